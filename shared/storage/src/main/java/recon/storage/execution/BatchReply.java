package recon.storage.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a call of {@code SendMessageBatch} in AWS JSON 1.0. A message of which the queue has another MD5 sum than
 * ours is not in the queue as it was sent; one that the answer does not mention is not known to be there. Both are to be
 * sent again.
 */
final class BatchReply {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    /** What was said of each message, by its id. */
    private final Map<String, Map<String, String>> taken = new HashMap<>();

    private final Map<String, Map<String, String>> failed = new HashMap<>();

    private BatchReply() {}

    /**
     * Reads it.
     *
     * @param status of HTTP
     * @param queryError the older name of an error, {@code <code>;Sender}; empty if there is none
     */
    static QueueReply read(List<Consignment.Entry> entries, int status, String queryError, byte[] body) {
        try (JsonParser json = JSON.createParser(body)) {
            json.nextToken();
            if (status != OK) {
                return refused(status, queryError, texts(json));
            }
            BatchReply reply = new BatchReply();
            reply.fill(json);
            return new QueueReply.Answered(entries.stream()
                    .map(reply::refusal)
                    .flatMap(Optional::stream)
                    .toList());
        } catch (IOException e) {
            return new QueueReply.Refused(
                    "NotJson", "status " + status + " and a body that is no JSON", isSoon(status, ""));
        }
    }

    private static QueueReply refused(int status, String queryError, Map<String, String> fields) {
        String type = fields.getOrDefault("__type", "Unknown");
        String code = queryError.isEmpty()
                ? type.substring(type.lastIndexOf('#') + 1)
                : queryError.substring(0, (queryError + ";").indexOf(';'));
        String text = fields.getOrDefault("message", fields.getOrDefault("Message", ""));
        return new QueueReply.Refused(code, "status " + status + " " + text, isSoon(status, code));
    }

    private static boolean isSoon(int status, String code) {
        return status >= BROKEN || status == TOO_MANY || code.contains(Consignment.THROTTLED);
    }

    private void fill(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "Successful" -> fill(json, taken);
                case "Failed" -> fill(json, failed);
                default -> json.skipChildren();
            }
        }
    }

    private static void fill(JsonParser json, Map<String, Map<String, String>> byId) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> fields = texts(json);
            byId.put(fields.getOrDefault("Id", ""), fields);
        }
    }

    private Optional<Consignment.Refusal> refusal(Consignment.Entry entry) {
        String id = Integer.toString(entry.position());
        if (failed.containsKey(id)) {
            Map<String, String> fields = failed.getOrDefault(id, Map.of());
            return Optional.of(new Consignment.Refusal(
                    entry.position(),
                    Boolean.parseBoolean(fields.getOrDefault("SenderFault", "")),
                    fields.getOrDefault("Code", "Unknown"),
                    fields.getOrDefault("Message", "")));
        }
        if (!taken.containsKey(id)) {
            return Optional.of(
                    new Consignment.Refusal(entry.position(), false, "Unanswered", "the answer does not mention it"));
        }
        Map<String, String> fields = taken.getOrDefault(id, Map.of());
        boolean same = QueueSums.body(entry.message()).equals(fields.get("MD5OfMessageBody"))
                && QueueSums.attributes(entry.message()).equals(fields.get("MD5OfMessageAttributes"));
        return same
                ? Optional.empty()
                : Optional.of(new Consignment.Refusal(
                        entry.position(), false, "Changed", "the queue has another MD5 sum of it"));
    }

    /** The fields of an object, at whose brace the parser stands; what is no text, number or truth value is left out. */
    private static Map<String, String> texts(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken().isScalarValue()) {
                fields.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return fields;
    }
}
