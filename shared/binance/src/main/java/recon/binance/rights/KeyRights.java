package recon.binance.rights;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import recon.binance.request.Reply;
import recon.binance.source.MalformedReply;
import recon.binance.source.RowReader;

/**
 * What an API key may do (source: {@code GET /sapi/v1/account/apiRestrictions}).
 *
 * @param granted every field that names a right, known or not, and whether the key has it; in the order of the answer
 * @param ipRestricted whether the key works from listed addresses only
 */
public record KeyRights(SequencedMap<String, Boolean> granted, boolean ipRestricted) {
    private static final String READING = "enableReading";

    public KeyRights {
        granted = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(granted));
    }

    /**
     * Reads them from a reply that is no error.
     *
     * @param json as {@code ExchangeJson} makes it
     * @throws MalformedReply if it is not an object that speaks of the right to read
     */
    public static KeyRights of(Reply reply, ObjectMapper json) {
        SequencedMap<String, Boolean> granted = new LinkedHashMap<>();
        var fields = new RowReader(json, ApiRestrictions.NAME).map(reply);
        fields.forEach((name, value) -> {
            if (name.startsWith("enable") || name.startsWith("permits")) {
                // Only a plain "false" says that a right is missing.
                granted.put(name, !Boolean.FALSE.equals(value));
            }
        });
        if (!granted.containsKey(READING)) {
            throw new MalformedReply(ApiRestrictions.NAME, "no " + READING);
        }
        return new KeyRights(granted, Boolean.TRUE.equals(fields.get("ipRestrict")));
    }

    /** The first right that a key for reading must not have; empty if it may be used. */
    public Optional<String> refused() {
        return granted.entrySet().stream()
                .filter(right -> right.getValue() && !right.getKey().equals(READING))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
