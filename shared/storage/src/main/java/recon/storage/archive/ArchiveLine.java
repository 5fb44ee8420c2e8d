package recon.storage.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import recon.storage.StorageException;

/** One answer as one JSON line, the same bytes every time; a body that is not UTF-8 as {@code bodyBase64}. */
final class ArchiveLine {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREE = new ObjectMapper(JSON);

    private ArchiveLine() {}

    static byte[] write(RawResponse response) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(response.body().length + 512);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("source", response.source());
            json.writeStringField("account", response.accountId());
            json.writeStringField("request", response.request());
            json.writeNumberField("status", response.status());
            AskedFields.texts(json, "headers", response.headers());
            json.writeNumberField("receivedAt", response.receivedAt().toEpochMilli());
            json.writeBooleanField("complete", response.complete());
            if (response.asked().isPresent()) {
                AskedFields.write(json, response.asked().orElseThrow());
            }
            Optional<String> text = text(response.body());
            if (text.isPresent()) {
                json.writeStringField("body", text.get());
            } else {
                json.writeBinaryField("bodyBase64", response.body());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toByteArray();
    }

    static RawResponse read(String key, byte[] line) {
        try {
            JsonNode json = TREE.readTree(line);
            return new RawResponse(
                    json.required("source").textValue(),
                    json.required("account").textValue(),
                    json.required("request").textValue(),
                    json.required("status").intValue(),
                    AskedFields.texts(json, "headers"),
                    Instant.ofEpochMilli(json.required("receivedAt").longValue()),
                    json.required("complete").booleanValue(),
                    Optional.ofNullable(json.get(AskedFields.NAME)).map(AskedFields::read),
                    json.has("body")
                            ? json.required("body").textValue().getBytes(StandardCharsets.UTF_8)
                            : json.required("bodyBase64").binaryValue());
        } catch (IOException | IllegalArgumentException e) {
            throw new StorageException.Malformed("archived response " + key, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
