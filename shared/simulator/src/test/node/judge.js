'use strict';
// Asks an exchange through its own clients. Standard input: {"baseUrl", "calls": [...]}, see Question.java;
// standard output: one line of JSON per call, in order. Leaves with an error only if it cannot do its own part.

const { readFileSync } = require('node:fs');

const PACKAGES = { spot: require('@binance/spot'), wallet: require('@binance/wallet') };
const CLIENTS = { spot: PACKAGES.spot.Spot, wallet: PACKAGES.wallet.Wallet };
const MOST_PAGES = 200;
const TIMEOUT_MS = 10_000;

const { baseUrl, calls } = JSON.parse(readFileSync(0, 'utf8'));

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

// The name of the client's own error class; empty for an error of any other kind.
function errorClass(client, error) {
    const classes = Object.entries(PACKAGES[client])
        .filter(([name, type]) => name.endsWith('Error') && error instanceof type);
    return classes.length === 1 ? classes[0][0] : '';
}

async function judge(call) {
    try {
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
}

main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
