package recon.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recon.simulator.stream.Frame;
import recon.simulator.stream.StreamHub;
import recon.simulator.stream.StreamSession;
import recon.simulator.stream.StreamSink;

/** A customer without a socket who answers pings at once and keeps all frames. */
final class StreamCustomer implements StreamSink {
    private final Exchange exchange;
    private final StreamSession session;
    final List<Frame> frames = new ArrayList<>();
    private final Map<String, JsonNode> answers = new HashMap<>();
    private boolean answersPings = true;
    private int lastId;

    StreamCustomer(Exchange exchange) {
        this(exchange, "");
    }

    StreamCustomer(Exchange exchange, String query) {
        this.exchange = exchange;
        this.session = exchange.simulator.streams().open(this, query);
    }

    StreamSession session() {
        return session;
    }

    void fallSilent() {
        answersPings = false;
    }

    /** The answer to a request without parameters. */
    JsonNode ask(String method) {
        return ask(method, "{}");
    }

    JsonNode ask(String method, String parameters) {
        String id = "r" + ++lastId;
        session.receive("{\"id\":\"" + id + "\",\"method\":\"" + method + "\",\"params\":" + parameters + "}");
        return answers.getOrDefault(id, Exchange.parse("{}"));
    }

    /** The answer to a request that is signed now. */
    JsonNode signed(String method, SimulatedKey key) {
        return ask(method, parameters(key, exchange.simulator.exchangeTime(), ""));
    }

    JsonNode subscribe(SimulatedAccount account) {
        return signed("userDataStream.subscribe.signature", account.key(KeyType.ED25519));
    }

    /** Parameters in an order of their own; the signature covers them sorted. */
    static String parameters(SimulatedKey key, Instant at, String window) {
        long ms = at.toEpochMilli();
        String payload =
                "apiKey=" + key.apiKey() + (window.isEmpty() ? "" : "&recvWindow=" + window) + "&timestamp=" + ms;
        return "{\"timestamp\":" + ms + (window.isEmpty() ? "" : ",\"recvWindow\":" + window) + ",\"signature\":\""
                + Exchange.bareSignature(key, payload) + "\",\"apiKey\":\"" + key.apiKey() + "\"}";
    }

    /** Lets the exchange's time pass from one due thing to the next. */
    void passUntil(Instant end) {
        StreamHub hub = exchange.simulator.streams();
        while (true) {
            Instant due = hub.nextDue().filter(next -> next.isBefore(end)).orElse(end);
            exchange.jumpTo(due);
            hub.advance();
            if (!due.isBefore(end)) {
                return;
            }
        }
    }

    /** Text frames that are not answers, and forgets them. */
    List<String> events() {
        List<String> events =
                texts().stream().filter(text -> !text.startsWith("{\"id\"")).toList();
        frames.clear();
        return events;
    }

    List<String> texts() {
        return frames.stream()
                .filter(Frame.Text.class::isInstance)
                .map(frame -> ((Frame.Text) frame).text())
                .toList();
    }

    @Override
    public void text(String frame) {
        frames.add(new Frame.Text(frame));
        if (frame.startsWith("{\"id\"")) {
            JsonNode answer = Exchange.parse(frame);
            answers.put(answer.get("id").asText(), answer);
        }
    }

    @Override
    public void binary(byte[] frame) {
        frames.add(new Frame.Binary(frame.length));
    }

    @Override
    public void ping(byte[] payload) {
        frames.add(new Frame.Ping(new String(payload, java.nio.charset.StandardCharsets.US_ASCII)));
        if (answersPings) {
            session.pong(payload);
        }
    }

    @Override
    public void pong(byte[] payload) {
        frames.add(new Frame.Pong(new String(payload, java.nio.charset.StandardCharsets.US_ASCII)));
    }

    @Override
    public void close(int code, String reason) {
        frames.add(new Frame.Close(code, reason));
    }

    @Override
    public void cut() {
        frames.add(new Frame.Cut());
    }
}
