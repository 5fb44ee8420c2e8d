package recon.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The query of a request and its body, as received and decoded. */
final class Parameters {
    private static final Pattern AND = Pattern.compile("&");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
    private static final String SIGNATURE = "signature";

    private final String raw;
    private final String body;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> repeated = new ArrayList<>();

    private Parameters(String raw, String body) {
        this.raw = raw;
        this.body = body;
    }

    /** Reads a query in its encoded form; one that cannot be decoded counts as empty. */
    static Parameters of(String rawQuery) {
        return of(rawQuery, "");
    }

    /** Reads a query and a body; where both name a parameter, the query counts. */
    static Parameters of(String rawQuery, String rawBody) {
        Parameters parameters = new Parameters(rawQuery, rawBody);
        parameters.repeated.addAll(read(rawQuery, parameters.values));
        Map<String, String> inBody = new LinkedHashMap<>();
        parameters.repeated.addAll(read(rawBody, inBody));
        inBody.forEach(parameters.values::putIfAbsent);
        return parameters;
    }

    /** Returns the names that came more than once. */
    private static List<String> read(String encoded, Map<String, String> values) {
        List<String> repeated = new ArrayList<>();
        if (!encoded.isEmpty()) {
            for (String part : AND.split(encoded, -1)) {
                int equals = part.indexOf('=');
                String name = decoded(equals < 0 ? part : part.substring(0, equals));
                String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
                if (values.put(name, value) != null) {
                    repeated.add(name);
                }
            }
        }
        return repeated;
    }

    /** Parameters that came by themselves, not in a query. */
    static Parameters of(Map<String, String> values) {
        Parameters parameters = new Parameters("", "");
        parameters.values.putAll(values);
        return parameters;
    }

    /** What a signature covers: query and body exactly as received and nothing between, without the signature itself. */
    String signedPart() {
        return unsigned(raw) + unsigned(body);
    }

    private static String unsigned(String encoded) {
        return Arrays.stream(AND.split(encoded, -1))
                .filter(part -> !part.startsWith(SIGNATURE + "="))
                .collect(Collectors.joining("&"));
    }

    Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Names that came more than once. */
    List<String> repeated() {
        return List.copyOf(repeated);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String mandatory(String name) throws Refusal {
        return text(name).filter(value -> !value.isEmpty()).orElseThrow(() -> Refusal.missing(name));
    }

    OptionalLong number(String name) throws Refusal {
        if (!has(name)) {
            return OptionalLong.empty();
        }
        String value = text(name).orElse("");
        if (!DIGITS.matcher(value).matches()) {
            throw Refusal.of(
                    -1100, "Illegal characters found in parameter '" + name + "'; legal range is '^[0-9]{1,20}$'.");
        }
        return OptionalLong.of(Long.parseLong(value));
    }

    /** A number from {@code least} to {@code most}. */
    int within(String name, int least, int most, int fallback) throws Refusal {
        long value = number(name).orElse(fallback);
        if (value < least || value > most) {
            throw Refusal.invalid(name);
        }
        return Math.toIntExact(value);
    }

    boolean flag(String name) {
        return text(name).filter(value -> value.equalsIgnoreCase("true")).isPresent();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
