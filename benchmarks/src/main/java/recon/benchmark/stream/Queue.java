package recon.benchmark.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What SQS answers to those who send, in AWS JSON 1.0. Every message is accepted and none is kept. */
final class Queue {
    /** The execution id in a report. */
    private static final String ID = "\"I\":";

    private static final JsonFactory JSON = new JsonFactory();

    private long messages;

    /** What a message consists of. */
    private static final class Message {
        private String id = "";
        private String body = "";
        private final Map<String, Digests.Attribute> attributes = new TreeMap<>();
    }

    /**
     * Answers a call.
     *
     * @param action for instance {@code SendMessageBatch}
     * @param queueUrl what a caller hears who asks for the queue's address
     * @param into takes the answer
     * @return the execution ids of the reports that are accepted with it
     */
    long[] answer(String action, byte[] request, String queueUrl, OutputStream into) throws IOException {
        return switch (action) {
            case "GetQueueUrl" -> {
                try (JsonGenerator json = JSON.createGenerator(into)) {
                    json.writeStartObject();
                    json.writeStringField("QueueUrl", queueUrl);
                    json.writeEndObject();
                }
                yield new long[0];
            }
            case "SendMessage" -> single(message(request), into);
            case "SendMessageBatch" -> batch(entries(request), into);
            default -> throw new IOException("nobody knows the action " + action);
        };
    }

    private long[] single(Message message, OutputStream into) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(into)) {
            json.writeStartObject();
            accept(message, json);
            json.writeEndObject();
        }
        return new long[] {executionId(message.body)};
    }

    private long[] batch(List<Message> entries, OutputStream into) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(into)) {
            json.writeStartObject();
            json.writeArrayFieldStart("Successful");
            for (Message each : entries) {
                json.writeStartObject();
                json.writeStringField("Id", each.id);
                accept(each, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        long[] ids = new long[entries.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = executionId(entries.get(i).body);
        }
        return ids;
    }

    private void accept(Message message, JsonGenerator json) throws IOException {
        json.writeStringField("MessageId", "00000000-0000-4000-8000-" + "%012x".formatted(++messages));
        json.writeStringField("MD5OfMessageBody", Digests.body(message.body));
        json.writeStringField("MD5OfMessageAttributes", Digests.attributes(message.attributes));
    }

    /** The execution id in a report. */
    static long executionId(String body) throws IOException {
        int at = body.indexOf(ID) + ID.length();
        int end = at;
        while (end < body.length() && body.charAt(end) >= '0' && body.charAt(end) <= '9') {
            end++;
        }
        if (at < ID.length() || end == at) {
            throw new IOException("a message without an execution id: " + body);
        }
        return Long.parseLong(body, at, end, 10);
    }

    private static List<Message> entries(byte[] request) throws IOException {
        List<Message> entries = new ArrayList<>();
        try (JsonParser json = JSON.createParser(request)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("Entries");
                json.nextToken();
                if (wanted) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        entries.add(message(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return entries;
    }

    private static Message message(byte[] request) throws IOException {
        try (JsonParser json = JSON.createParser(request)) {
            json.nextToken();
            return message(json);
        }
    }

    private static Message message(JsonParser json) throws IOException {
        Message message = new Message();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "Id" -> message.id = json.getText();
                case "MessageBody" -> message.body = json.getText();
                case "MessageAttributes" -> {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String attribute = json.currentName();
                        json.nextToken();
                        message.attributes.put(attribute, attribute(json));
                    }
                }
                default -> json.skipChildren();
            }
        }
        return message;
    }

    private static Digests.Attribute attribute(JsonParser json) throws IOException {
        String type = "";
        String value = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "DataType" -> type = json.getText();
                case "StringValue" -> value = json.getText();
                default -> json.skipChildren();
            }
        }
        return new Digests.Attribute(type, value);
    }
}
