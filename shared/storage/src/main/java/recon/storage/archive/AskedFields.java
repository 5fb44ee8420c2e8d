package recon.storage.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@link Asked} as the object {@code asked} of an archived line, the same bytes every time. */
final class AskedFields {
    static final String NAME = "asked";

    private AskedFields() {}

    static void write(JsonGenerator json, Asked asked) throws IOException {
        json.writeObjectFieldStart(NAME);
        json.writeNumberField("sentAt", asked.sentAt().toEpochMilli());
        json.writeNumberField("from", asked.from().toEpochMilli());
        json.writeNumberField("to", asked.to().toEpochMilli());
        json.writeStringField("email", asked.email());
        json.writeBooleanField("main", asked.main());
        texts(json, "subAccounts", asked.subAccounts());
        json.writeNumberField("pageLimit", asked.pageLimit());
        texts(json, "cursor", asked.cursor());
        texts(json, "attributes", asked.attributes());
        json.writeEndObject();
    }

    static Asked read(JsonNode json) {
        return new Asked(
                time(json, "sentAt"),
                time(json, "from"),
                time(json, "to"),
                json.required("email").textValue(),
                json.required("main").booleanValue(),
                texts(json, "subAccounts"),
                json.required("pageLimit").intValue(),
                texts(json, "cursor"),
                texts(json, "attributes"));
    }

    static void texts(JsonGenerator json, String name, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    static Map<String, String> texts(JsonNode json, String name) {
        return json.required(name).properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().textValue()));
    }

    private static Instant time(JsonNode json, String name) {
        return Instant.ofEpochMilli(json.required(name).longValue());
    }
}
