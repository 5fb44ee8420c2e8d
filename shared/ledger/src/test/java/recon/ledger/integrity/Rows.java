package recon.ledger.integrity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A row as the exchange gives it, written down by hand. */
record Rows(Map<String, String> fields) implements ArchivedRow {
    /** The row of {@code name=value} pairs, separated by blanks. */
    static Rows of(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split(" ", -1)) {
            int equals = pair.indexOf('=');
            fields.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new Rows(fields);
    }

    Rows with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return new Rows(changed);
    }

    Rows without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.remove(name);
        return new Rows(changed);
    }

    @Override
    public Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field));
    }
}
