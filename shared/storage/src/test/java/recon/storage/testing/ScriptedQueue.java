package recon.storage.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A queue that speaks AWS JSON 1.0, takes what it is sent, and does otherwise when it was told to. */
public final class ScriptedQueue implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/x-amz-json-1.0";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Answer> script = new ArrayDeque<>();
    private final List<JsonNode> calls = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();

    /** What becomes of a call that sends messages. */
    public sealed interface Answer {
        /**
         * All is taken but these.
         *
         * @param code by the message's id
         * @param senderFault whether the queue says that the sender is at fault
         */
        record Partly(Map<String, String> code, boolean senderFault) implements Answer {}

        /** The whole call is refused. */
        record Refuse(int status, String code) implements Answer {}

        /** All is taken, with an MD5 sum of something else for one message. */
        record Change(String id) implements Answer {}

        /** All is taken, but the answer does not mention one message. */
        record Forget(String id) implements Answer {}

        /** The connection is closed without a word. */
        record HangUp() implements Answer {}

        /** There is no answer until the queue is closed. */
        record Silence() implements Answer {}
    }

    private ScriptedQueue() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Listens on a free port. */
    public static ScriptedQueue start() throws IOException {
        return new ScriptedQueue();
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next calls that send are answered like this, one after the other; those after them are taken. */
    public synchronized void next(Answer... answers) {
        script.addAll(List.of(answers));
    }

    /** The calls that sent, as they came. */
    public synchronized List<JsonNode> calls() {
        return List.copyOf(calls);
    }

    /** How they were signed. */
    public synchronized List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode call = JSON.readTree(exchange.getRequestBody());
        if (exchange.getRequestHeaders().getFirst("X-Amz-Target").endsWith(".GetQueueUrl")) {
            respond(exchange, 200, Map.of("QueueUrl", uri() + "/000000000000/queue"));
            return;
        }
        Answer answer = take(call, exchange.getRequestHeaders().getFirst("Authorization"));
        switch (answer) {
            case Answer.Partly(Map<String, String> codes, boolean fault) ->
                respond(exchange, 200, taken(call, codes, fault, Optional.empty(), Optional.empty()));
            case Answer.Change(String id) ->
                respond(exchange, 200, taken(call, Map.of(), false, Optional.of(id), Optional.empty()));
            case Answer.Forget(String id) ->
                respond(exchange, 200, taken(call, Map.of(), false, Optional.empty(), Optional.of(id)));
            case Answer.Refuse(int status, String code) -> {
                exchange.getResponseHeaders().set("x-amzn-query-error", "AWS.SimpleQueueService." + code + ";Sender");
                respond(exchange, status, Map.of("__type", "com.amazonaws.sqs#" + code, "message", "as told"));
            }
            case Answer.HangUp _ -> exchange.close();
            case Answer.Silence _ -> {}
        }
    }

    private synchronized Answer take(JsonNode call, String authorization) {
        calls.add(call);
        authorizations.add(authorization);
        return script.isEmpty() ? new Answer.Partly(Map.of(), false) : script.remove();
    }

    private static ObjectNode taken(
            JsonNode call,
            Map<String, String> codes,
            boolean senderFault,
            Optional<String> changed,
            Optional<String> forgotten) {
        ObjectNode answer = JSON.createObjectNode();
        var successful = answer.putArray("Successful");
        var failed = answer.putArray("Failed");
        for (JsonNode entry : call.path("Entries")) {
            String id = entry.path("Id").asText();
            String body = entry.path("MessageBody").asText();
            if (codes.containsKey(id)) {
                failed.addObject()
                        .put("Id", id)
                        .put("SenderFault", senderFault)
                        .put("Code", codes.get(id))
                        .put("Message", "as told");
            } else if (!forgotten.equals(Optional.of(id))) {
                successful
                        .addObject()
                        .put("Id", id)
                        .put("MessageId", "m" + id)
                        .put(
                                "MD5OfMessageBody",
                                md5((changed.equals(Optional.of(id)) ? body + "?" : body).getBytes(UTF_8)))
                        .put("MD5OfMessageAttributes", md5(canonical(entry.path("MessageAttributes"))));
            }
        }
        return answer;
    }

    private static void respond(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** By name: name, type and value, each after its length in four bytes; a text is marked by a 1. */
    private static byte[] canonical(JsonNode attributes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        new TreeMap<>(attributes.propertyStream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .forEach((name, attribute) -> {
                    write(out, name);
                    write(out, attribute.path("DataType").asText());
                    bytes.write(1);
                    write(out, attribute.path("StringValue").asText());
                });
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) {
        try {
            out.writeInt(text.getBytes(UTF_8).length);
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
