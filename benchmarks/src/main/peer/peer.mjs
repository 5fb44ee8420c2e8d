// What a user would write instead of functions/stream: execution reports from the exchange's WebSocket API to a queue,
// with the client libraries of the usual kind. It keeps nothing on disk, knows no watermark and bounds nothing.
//
// PEER_SENDS: "batch" collects up to ten reports for at most five milliseconds and sends them with one call,
// "single" sends each report by itself, "amqp" publishes each to a RabbitMQ that confirms it.
import net from 'node:net';
import {SendMessageBatchCommand, SendMessageCommand, SQSClient} from '@aws-sdk/client-sqs';
import amqp from 'amqplib';
import {WebsocketAPIClient} from 'binance';

const {PEER_SENDS, PEER_AMQP, PEER_EXCHANGE, PEER_KEY, PEER_SECRET, PEER_ACCOUNT, PEER_QUEUE} = process.env;
const MOST = 10;
const LINGER_MS = 5;
const ROUTING_KEY = 'binance.spot.ExecutionReport';

function attributes() {
  return {
    routingKey: {DataType: 'String', StringValue: ROUTING_KEY},
    account: {DataType: 'String', StringValue: PEER_ACCOUNT},
    receivedAt: {DataType: 'Number', StringValue: String(Date.now())},
  };
}

function toSqs() {
  return new SQSClient({
    region: 'eu-central-1',
    endpoint: new URL(PEER_QUEUE).origin,
    credentials: {accessKeyId: 'local', secretAccessKey: 'local'},
  });
}

function inBatches() {
  const sqs = toSqs();
  let waiting = [];
  let timer;
  function flush() {
    clearTimeout(timer);
    timer = undefined;
    const entries = waiting.map((report, position) => ({
      Id: String(position),
      MessageBody: report.body,
      MessageAttributes: report.attributes,
    }));
    waiting = [];
    sqs.send(new SendMessageBatchCommand({QueueUrl: PEER_QUEUE, Entries: entries}))
      .then((answer) => answer.Failed?.forEach((failed) => console.error(failed)))
      .catch(console.error);
  }
  return (body) => {
    waiting.push({body, attributes: attributes()});
    if (waiting.length === MOST) {
      flush();
    } else {
      timer ??= setTimeout(flush, LINGER_MS);
    }
  };
}

function oneByOne() {
  const sqs = toSqs();
  return (body) => {
    sqs.send(new SendMessageCommand({QueueUrl: PEER_QUEUE, MessageBody: body, MessageAttributes: attributes()}))
      .catch(console.error);
  };
}

async function toBroker() {
  const connection = await amqp.connect(PEER_AMQP);
  const channel = await connection.createConfirmChannel();
  await channel.assertExchange('binance', 'topic', {durable: true});
  const how = () => ({
    persistent: true,
    mandatory: true,
    contentType: 'application/json',
    headers: {account: PEER_ACCOUNT, receivedAt: Date.now()},
  });
  return (body) => {
    channel.publish('binance', ROUTING_KEY, Buffer.from(body), how(), (error) => error && console.error(error));
  };
}

const ways = {batch: inBatches, single: oneByOne, amqp: toBroker};
const send = await ways[PEER_SENDS]();
const exchange = new URL(PEER_EXCHANGE);
const client = new WebsocketAPIClient({
  api_key: PEER_KEY,
  api_secret: PEER_SECRET,
  beautify: false,
  // The library knows the exchange's own address only; this leads it to the simulator, without TLS.
  wsOptions: {createConnection: () => net.connect(Number(exchange.port), exchange.hostname)},
});
client.getWSClient().on('message', (event) => {
  if (event.e === 'executionReport') {
    send(JSON.stringify(event));
  }
});
client.getWSClient().on('exception', console.error);
await client.subscribeUserDataStream('mainWSAPI');
process.on('SIGTERM', () => process.exit(0));
