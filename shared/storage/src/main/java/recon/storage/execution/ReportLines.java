package recon.storage.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import recon.storage.StorageException;

/** Messages as JSON lines, the same bytes every time. */
final class ReportLines {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREE = new ObjectMapper(JSON);
    private static final int USUAL_LINE = 1024;

    private ReportLines() {}

    static byte[] write(List<QueuedReport> reports) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(reports.size() * USUAL_LINE);
        try (JsonGenerator json = JSON.createGenerator(lines)) {
            json.setRootValueSeparator(null);
            for (QueuedReport report : reports) {
                json.writeStartObject();
                write(json, report);
                json.writeStringField("body", report.body());
                json.writeEndObject();
                json.writeRaw('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toByteArray();
    }

    private static void write(JsonGenerator json, QueuedReport report) throws IOException {
        switch (report) {
            case QueuedReport.Known(ExecutionMessage message) -> {
                json.writeStringField("account", message.account());
                json.writeNumberField("receivedAt", message.receivedAt().toEpochMilli());
                json.writeStringField("connection", message.connection());
                json.writeNumberField("sequence", message.sequence());
                json.writeBooleanField("archived", message.archived());
            }
            case QueuedReport.Stray stray -> {
                json.writeObjectFieldStart("attributes");
                for (Map.Entry<String, String> attribute : new TreeMap<>(stray.attributes()).entrySet()) {
                    json.writeStringField(attribute.getKey(), attribute.getValue());
                }
                json.writeEndObject();
            }
        }
    }

    static List<QueuedReport> read(String key, byte[] lines) {
        return new String(lines, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line(key, line))
                .toList();
    }

    private static QueuedReport line(String key, String line) {
        try {
            JsonNode json = TREE.readTree(line);
            String body = json.required("body").textValue();
            if (json.has("attributes")) {
                Map<String, String> attributes = new HashMap<>();
                json.required("attributes")
                        .properties()
                        .forEach(e -> attributes.put(e.getKey(), e.getValue().textValue()));
                return QueuedReport.of(body, attributes);
            }
            return new QueuedReport.Known(new ExecutionMessage(
                    body,
                    json.required("account").textValue(),
                    Instant.ofEpochMilli(json.required("receivedAt").longValue()),
                    json.required("connection").textValue(),
                    json.required("sequence").longValue(),
                    json.required("archived").booleanValue()));
        } catch (IOException | IllegalArgumentException e) {
            throw new StorageException.Malformed("archived reports " + key, String.valueOf(e.getMessage()));
        }
    }
}
