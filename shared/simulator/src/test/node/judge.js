'use strict';
// Asks an exchange through its own clients. Standard input: {"baseUrl", "calls": [...]}, see Question.java;
// or {"baseUrl", "streamUrl", "calls"}; standard output: one line of JSON per call, in order. Leaves with an error only if it cannot do its own part.

const { readFileSync } = require('node:fs');

// Standard output is for the answers; the clients talk there as well.
['debug', 'info', 'log', 'warn'].forEach((level) => { console[level] = console.error; });

const PACKAGES = {
    spot: require('@binance/spot'),
    wallet: require('@binance/wallet'),
    futures: require('@binance/derivatives-trading-usds-futures'),
};
const CLIENTS = {
    spot: PACKAGES.spot.Spot,
    wallet: PACKAGES.wallet.Wallet,
    futures: PACKAGES.futures.DerivativesTradingUsdsFutures,
};
const MOST_PAGES = 200;
const TIMEOUT_MS = 10_000;
const EVENTS_MS = 30_000;
const LONGEST_WINDOW_MS = 60_000;

const { baseUrl, streamUrl, calls } = JSON.parse(readFileSync(0, 'utf8'));

function restApi(name, key) {
    const signing = key.type === 'HMAC' ? { apiSecret: key.secret } : { privateKey: key.secret };
    const configurationRestAPI = {
        apiKey: key.apiKey, ...signing, basePath: baseUrl, retries: 0, backoff: 0, timeout: TIMEOUT_MS,
    };
    return new CLIENTS[name]({ configurationRestAPI }).restAPI;
}

// The clients know no clock but the process's own, and the exchange's stands in another year.
let exchangeNow = 0;
Date.now = () => exchangeNow;
const clock = restApi('spot', { type: 'HMAC', apiKey: '', secret: 'none' });

async function setClock(skewMs) {
    const { serverTime } = await (await clock.time()).data();
    exchangeNow = Number(serverTime) + skewMs;
}

async function ask(api, call, params) {
    await setClock(call.skewMs);
    const response = await api[call.method](params);
    return { data: await response.data(), rateLimits: response.rateLimits };
}

// Goes through all pages: by offset, or from the last row's id. Two rows of a self-trade share their id, so that the
// next page begins with it again and rows seen before are left out.
async function pages(api, call) {
    const params = { ...call.params, [call.follow]: 0 };
    const rows = new Map();
    for (let page = 1; page <= MOST_PAGES; page += 1) {
        const { data, rateLimits } = await ask(api, call, params);
        data.forEach((row) => rows.set(`${row.id} ${row.orderId ?? ''}`, row));
        if (data.length < params.limit) {
            return { data: [...rows.values()], pages: page, rateLimits };
        }
        params[call.follow] = call.follow === 'fromId' ? data.at(-1).id : page * params.limit;
    }
    throw new Error(`more than ${MOST_PAGES} pages`);
}

// Subscribes, and gives the answer and the first so many events as the client hands them on. Then the connection is
// dropped: the client's own way of closing takes its seconds.
async function listen(call) {
    const signing = call.key.type === 'HMAC' ? { apiSecret: call.key.secret } : { privateKey: call.key.secret };
    const configurationWebsocketAPI = {
        apiKey: call.key.apiKey, ...signing, wsURL: streamUrl, timeout: TIMEOUT_MS, autoSessionReLogon: false,
    };
    const api = new CLIENTS.spot({ configurationWebsocketAPI }).websocketAPI;
    const connection = await api.connect();
    try {
        await setClock(call.skewMs);
        if (call.method === 'userDataStreamSubscribe') {
            await connection.sessionLogon({ recvWindow: LONGEST_WINDOW_MS });
        }
        const signed = call.method === 'userDataStreamSubscribeSignature';
        const { response, stream } = await connection[call.method](signed ? { recvWindow: LONGEST_WINDOW_MS } : {});
        const events = [];
        await new Promise((resolve, reject) => {
            setTimeout(() => reject(new Error(`${events.length} events in ${EVENTS_MS} ms`)), EVENTS_MS).unref();
            stream.on('message', (event) => {
                events.push(event);
                if (events.length === call.params.events) {
                    resolve();
                }
            });
        });
        return { data: { response: response.data, events: events.slice(0, call.params.events) } };
    } finally {
        connection.websocketBase.connectionPool.forEach((each) => {
            each.closeInitiated = true;
            each.ws.removeAllListeners();
            each.ws.terminate();
        });
    }
}

// The name of the client's own error class; empty for an error of any other kind.
function errorClass(client, error) {
    const classes = Object.entries(PACKAGES[client] ?? {})
        .filter(([name, type]) => name.endsWith('Error') && error instanceof type);
    return classes.length === 1 ? classes[0][0] : '';
}

async function judge(call) {
    try {
        if (call.client === 'stream') {
            return await listen(call);
        }
        const api = restApi(call.client, call.key);
        return call.follow ? await pages(api, call) : await ask(api, call, call.params);
    } catch (error) {
        return {
            error: errorClass(call.client, error), code: error.code ?? 0, message: String(error.message ?? error),
        };
    }
}

async function main() {
    for (const call of calls) {
        const line = JSON.stringify(await judge(call), (_, value) => (typeof value === 'bigint' ? `${value}` : value));
        process.stdout.write(`${line}\n`);
    }
    // The clients leave timers behind that would keep the process for a day.
    process.stdout.end(() => process.exit());
}

main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
