package recon.storage.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A call of {@code SendMessageBatch} in AWS JSON 1.0. */
final class BatchCall {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_MESSAGE = 2_048;

    private BatchCall() {}

    /** The call's body. */
    static byte[] write(String queueUrl, List<Consignment.Entry> entries) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL_MESSAGE * entries.size());
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("QueueUrl", queueUrl);
            json.writeArrayFieldStart("Entries");
            for (Consignment.Entry entry : entries) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toByteArray();
    }

    private static void write(JsonGenerator json, Consignment.Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("Id", Integer.toString(entry.position()));
        json.writeStringField("MessageBody", entry.message().body());
        json.writeObjectFieldStart("MessageAttributes");
        for (Map.Entry<String, String> attribute : entry.message().attributes().entrySet()) {
            json.writeObjectFieldStart(attribute.getKey());
            json.writeStringField("DataType", ExecutionMessage.dataType(attribute.getKey()));
            json.writeStringField("StringValue", attribute.getValue());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
