package recon.resync.replay;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is added up over the objects of a replay, under names that people read. */
public final class Counts {
    /** Archived objects that were read. */
    public static final String OBJECTS = "objects";
    /** Entries that were missing in the books, or stood there otherwise, and were written. */
    public static final String RESTORED = "restored";
    /** Answers that were refused, or that nobody can use: they mean nothing for the books. */
    public static final String REFUSED = "refused";
    /** Answers in the place of which a later one counts. */
    public static final String ASKED_AGAIN = "askedAgain";
    /** Objects that cannot be read. */
    public static final String DAMAGED = "damaged";
    /** Closings that were done again. */
    public static final String CLOSED = "closed";
    /** Times that trades were made of futures again. */
    public static final String FOLDED = "folded";
    /** Closings that nothing had changed for. */
    public static final String UNCHANGED = "unchanged";

    private Counts() {}

    /** Two tallies together. */
    static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        return Stream.concat(one.entrySet().stream(), other.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }
}
