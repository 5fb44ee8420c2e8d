package recon.simulator.http;

import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A range of stamps, both ends included.
 *
 * @param from epoch ms
 * @param to epoch ms
 */
record Window(long from, long to) {
    static final long DAY_MS = 86_400_000;
    private static final long WEEK_MS = 7 * DAY_MS;

    /**
     * The range of {@code startTime} and {@code endTime}: an absent end is now, an absent start is the whole span
     * before the end. A range that the caller began must be shorter than the span.
     */
    static Window within(Asked asked, long spanMs, Supplier<Refusal> tooLong) throws Refusal {
        long to = asked.parameters().number("endTime").orElse(asked.now());
        long from = asked.parameters().number("startTime").orElse(to - spanMs + 1);
        if (to < from || to - from >= spanMs) {
            throw tooLong.get();
        }
        return new Window(from, Math.min(to, asked.now()));
    }

    /**
     * The same where the span itself is still allowed.
     *
     * @param usualMs how long before the end an absent start is
     */
    static Window upTo(Asked asked, long usualMs, long spanMs, Supplier<Refusal> tooLong) throws Refusal {
        long to = asked.parameters().number("endTime").orElse(asked.now());
        long from = asked.parameters().number("startTime").orElse(to - usualMs);
        if (to < from || to - from > spanMs) {
            throw tooLong.get();
        }
        return new Window(from, Math.min(to, asked.now()));
    }

    /**
     * A week of the futures host: an absent end is a week after the start, at most now; an absent start a week before the
     * end.
     *
     * @param whole whether a range of seven days is still allowed, or only a shorter one
     */
    static Window week(Asked asked, boolean whole) throws Refusal {
        long most = whole ? WEEK_MS : WEEK_MS - 1;
        OptionalLong start = asked.parameters().number("startTime");
        OptionalLong end = asked.parameters().number("endTime");
        long to = end.orElse(start.isPresent() ? start.getAsLong() + most : asked.now());
        long from = start.orElse(to - most);
        if (to < from) {
            throw Refusal.invalid("startTime");
        }
        if (to - from > most) {
            throw Refusal.of(-1127, "More than 7 days between startTime and endTime.");
        }
        return new Window(from, Math.min(to, asked.now()));
    }

    /** The part of it that is not forgotten. */
    Window since(long oldest) {
        return new Window(Math.max(from, oldest), to);
    }

    /** A range that the caller gave both ends of, where 24 hours are the most. */
    static void checkDay(long start, long end) throws Refusal {
        if (end < start) {
            throw Refusal.combination();
        }
        if (end - start > DAY_MS) {
            throw Refusal.of(-1127, "More than 24 hours between startTime and endTime.");
        }
    }
}
