package recon.binance.client;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Chooses the response headers that say something about the answer or the limits. */
final class KeptHeaders {
    private static final Set<String> NAMES = Set.of("content-type", "date", "retry-after");

    private KeptHeaders() {}

    static Map<String, String> of(Map<String, List<String>> all) {
        Map<String, String> kept = new TreeMap<>();
        all.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!values.isEmpty() && matters(lower)) {
                kept.putIfAbsent(lower, values.getFirst());
            }
        });
        return kept;
    }

    private static boolean matters(String name) {
        return NAMES.contains(name) || name.startsWith("x-mbx-") || name.startsWith("x-sapi-");
    }
}
