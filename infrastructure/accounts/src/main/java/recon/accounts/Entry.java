package recon.accounts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One place of a YAML file, which knows its own key.
 *
 * @param file for messages
 * @param key for instance {@code accounts[1]}; empty at the top
 * @param node what stands there
 */
record Entry(Path file, String key, JsonNode node) {
    /** What is longer is nobody's slip of the pen, and may be a secret in the wrong place. */
    private static final int LONGEST_NAME = 24;

    Entry {
        requireNonNull(file, "file is null");
        requireNonNull(key, "key is null");
        requireNonNull(node, "node is null");
    }

    /** This place as a mapping that has no other keys than these. */
    Entry mapping(Set<String> allowed) {
        if (!node.isObject()) {
            throw error("has to be a mapping with the keys " + String.join(", ", sorted(allowed)));
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!allowed.contains(name)) {
                String wanted = "is unknown: write one of " + String.join(", ", sorted(allowed));
                throw name.length() > LONGEST_NAME ? error("has a key that " + wanted) : at(name).error(wanted);
            }
        }
        return this;
    }

    /** What stands under a key, if anything does. */
    Optional<Entry> find(String name) {
        return Optional.of(at(name)).filter(entry -> !entry.node.isMissingNode() && !entry.node.isNull());
    }

    /**
     * The text or number under a key.
     *
     * @param wanted what to write, for who left it out
     */
    String text(String name, String wanted) {
        return find(name)
                .orElseThrow(() -> at(name).error("is missing: write " + wanted))
                .text(wanted);
    }

    /** This place as a text or a number. */
    String text(String wanted) {
        if (!(node.isTextual() || node.isIntegralNumber()) || node.asText().isBlank()) {
            throw error("is not what it has to be: write " + wanted);
        }
        return node.asText().strip();
    }

    /** Whether {@code true} stands under a key; nothing there is {@code false}. */
    boolean flag(String name) {
        return find(name)
                .map(entry -> {
                    if (!entry.node.isBoolean()) {
                        throw entry.error("is neither true nor false: write one of them");
                    }
                    return entry.node.booleanValue();
                })
                .orElse(false);
    }

    /** The items of the list under a key. */
    List<Entry> list(String name, String wanted) {
        Entry list = at(name);
        if (!list.node.isArray() || list.node.isEmpty()) {
            throw list.error((list.node.isMissingNode() ? "is missing" : "is no list or empty") + ": write " + wanted);
        }
        return IntStream.range(0, list.node.size())
                .mapToObj(i -> new Entry(file, list.key + "[" + i + "]", list.node.get(i)))
                .toList();
    }

    /** The place under a key, whether something stands there or not. */
    Entry at(String name) {
        return new Entry(file, key.isEmpty() ? name : key + "." + name, node.path(name));
    }

    ConfigurationError error(String problem) {
        return new ConfigurationError(file, key, problem);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
