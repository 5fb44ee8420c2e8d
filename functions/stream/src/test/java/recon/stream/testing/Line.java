package recon.stream.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recon.stream.connection.Socket;
import recon.stream.connection.SocketEnd;
import recon.stream.connection.SocketListener;

/** The exchange's end of one connection: answers what a test lets it answer. */
public final class Line implements Socket {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stage stage;
    private final SocketListener listener;
    /** Subscription ids by the uid of the account. */
    public final Map<String, Integer> subscriptions = new LinkedHashMap<>();
    /** What was asked and not answered. */
    public final List<JsonNode> unanswered = new ArrayList<>();

    public final List<JsonNode> asked = new ArrayList<>();
    public boolean answersSubscriptions = true;
    public boolean answersPings = true;
    public boolean pings = true;
    public boolean closedByUs;
    public boolean closed;

    Line(Stage stage, SocketListener listener) {
        this.stage = stage;
        this.listener = listener;
    }

    @Override
    public void send(String text) {
        JsonNode request = parse(text);
        asked.add(request);
        switch (request.path("method").textValue()) {
            case "userDataStream.subscribe.signature" -> {
                if (answersSubscriptions) {
                    answer(request);
                } else {
                    unanswered.add(request);
                }
            }
            case "time" ->
                text("{\"id\":\"time\",\"status\":200,\"result\":{\"serverTime\":" + (stage.now + stage.exchangeAhead)
                        + "}}");
            case "ping" -> {
                if (answersPings) {
                    text("{\"id\":\"" + request.path("id").textValue() + "\",\"status\":200,\"result\":{}}");
                } else {
                    unanswered.add(request);
                }
            }
            default -> throw new IllegalStateException(text);
        }
    }

    /** Answers a request to subscribe as the stage says. */
    public void answer(JsonNode request) {
        unanswered.remove(request);
        String id = request.path("id").textValue();
        String uid = request.path("params").path("apiKey").textValue().substring("key-".length());
        String refusal = stage.refusals.get(uid);
        long off = request.path("params").path("timestamp").longValue() - stage.now - stage.exchangeAhead;
        if (refusal != null) {
            text("{\"id\":\"" + id + "\"," + refusal + "}");
        } else if (off < -5_000 || off > 1_000) {
            text("{\"id\":\"" + id + "\",\"status\":400,\"error\":{\"code\":-1021,\"msg\":\"Timestamp\"}}");
        } else {
            int number = subscriptions.size();
            subscriptions.put(uid, number);
            stage.history.add("subscribed " + uid + " on " + stage.lines.indexOf(this));
            text("{\"id\":\"" + id + "\",\"status\":200,\"result\":{\"subscriptionId\":" + number + "}}");
        }
    }

    /** An execution report of an account. */
    public void report(String uid, String content) {
        event(subscriptions.get(uid), report(content));
    }

    /** The event object of a report. */
    public static String report(String content) {
        return "{\"e\":\"executionReport\",\"c\":\"" + content + "\"}";
    }

    public void event(int subscription, String event) {
        text("{\"subscriptionId\":" + subscription + ",\"event\":" + event + "}");
    }

    public void text(String frame) {
        listener.text(stage.now, frame.getBytes(UTF_8));
    }

    public void binary(byte[] frame) {
        listener.binary(stage.now, frame);
    }

    public void ping() {
        listener.ping(stage.now);
    }

    /** The exchange, or the network, ends it. */
    public void cut(String why) {
        closed = true;
        listener.closed(stage.now, SocketEnd.of(why));
    }

    /** Nothing comes any more, and nobody says so. */
    public void halfOpen() {
        pings = false;
        answersPings = false;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            closedByUs = true;
            stage.history.add("closed " + stage.lines.indexOf(this));
            listener.closed(stage.now, SocketEnd.of("closed by us"));
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
