package recon.binance.source;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.binance.request.Request;

/**
 * One of several walks that an endpoint needs to be read as a whole, for instance one for each type or each isolated
 * margin pair. The lanes of a walk are gone through in their order; which one it is in stands in the cursor.
 *
 * @param params what its requests carry, in the order of their names
 */
public record Lane(SequencedMap<String, String> params) {
    private static final String LANE = "lane";

    /** The parameters by which endpoints of margin are asked about a pair. */
    private static final Set<String> PAIRS = Set.of("symbol", "isolatedSymbol", "fromSymbol", "toSymbol");

    /** The only lane of an endpoint that needs no others. */
    public static final List<Lane> ONLY = List.of(of());

    public Lane {
        params = new TreeMap<>(params);
    }

    /** A lane whose requests carry nothing of their own. */
    public static Lane of() {
        return new Lane(new TreeMap<>());
    }

    /** A lane whose requests carry one parameter. */
    public static Lane of(String name, String value) {
        return new Lane(new TreeMap<>(Map.of(name, value)));
    }

    /** Cross margin first, then each of the account's isolated pairs under that parameter. */
    public static List<Lane> margins(Scope scope, String pair) {
        return Stream.concat(
                        Stream.of(of()),
                        scope.known().isolatedPairs().stream().sorted().map(name -> of(pair, name)))
                .toList();
    }

    /**
     * The isolated margin pairs that the lane of a cursor is about: an answer that was archived there was asked for when
     * these were known. Empty where it is about none.
     */
    public static List<String> pairs(Cursor cursor) {
        return cursor.get(LANE).stream()
                .flatMap(key -> Stream.of(key.split(",", -1)))
                .map(param -> param.split(":", 2))
                .filter(param -> param.length == 2 && PAIRS.contains(param[0]))
                .map(param -> param[1])
                .distinct()
                .toList();
    }

    /** The giving and the receiving side of each sub-account; without sub-accounts what the main account gave. */
    public static List<Lane> sides(Scope scope) {
        return scope.subAccounts().isEmpty()
                ? ONLY
                : scope.subAccounts().stream()
                        .flatMap(sub -> Stream.of(of("fromEmail", sub.email()), of("toEmail", sub.email())))
                        .toList();
    }

    /** This lane with one more parameter. */
    public Lane and(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(params);
        more.put(name, value);
        return new Lane(more);
    }

    /** A parameter's value, the empty text if it has none. */
    public String get(String name) {
        return params.getOrDefault(name, "");
    }

    /** The lane that a cursor is in: the first at the beginning. */
    public static Lane at(Cursor cursor, List<Lane> lanes, String source) {
        String key = cursor.get(LANE).orElseGet(() -> lanes.getFirst().key());
        return lanes.stream()
                .filter(lane -> lane.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NoProgress(source, key + " is no longer among what is walked"));
    }

    /** The cursor at the beginning of the lane after this one; finished after the last. */
    public Cursor next(List<Lane> lanes) {
        int next = lanes.indexOf(this) + 1;
        return next < lanes.size() ? lanes.get(next).start() : Cursor.FINISHED;
    }

    /** The cursor at the beginning of this lane. */
    Cursor start() {
        return params.isEmpty() ? Cursor.START : Cursor.START.with(LANE, key());
    }

    /** The request with what this lane carries. */
    public Request on(Request request) {
        Request asked = request;
        for (Map.Entry<String, String> param : params.entrySet()) {
            asked = asked.with(param.getKey(), param.getValue());
        }
        return asked;
    }

    private String key() {
        return params.entrySet().stream()
                .map(param -> param.getKey() + ":" + param.getValue())
                .collect(Collectors.joining(","));
    }
}
