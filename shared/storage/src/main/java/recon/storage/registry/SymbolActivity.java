package recon.storage.registry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Something happened to an account's orders in a symbol on a UTC day.
 *
 * @param accountId the exchange's uid
 * @param symbol the exchange's symbol
 * @param day by the exchange's transaction time
 * @param traded whether something was traded; otherwise orders came, changed or went
 * @param settled who asks the exchange from then on is shown what happened
 */
public record SymbolActivity(String accountId, String symbol, LocalDate day, boolean traded, Instant settled) {
    /** What is stamped may show a little later, and an answer is a little older than its arrival. */
    public static final Duration SETTLING = Duration.ofMinutes(1);

    /** The daily run asks soon after midnight: there it is told finely what came before it and what after. */
    private static final Duration EARLY = Duration.ofMinutes(15);

    private static final Duration FINE = Duration.ofMinutes(1);
    private static final Duration FIRST_HOUR = Duration.ofHours(1);
    private static final Duration MIDDLING = Duration.ofMinutes(5);
    private static final Duration COARSE = Duration.ofHours(6);

    public SymbolActivity {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(day, "day is null");
        requireNonNull(settled, "settled is null");
    }

    /** At some time of the day. */
    public SymbolActivity(String accountId, String symbol, LocalDate day, boolean traded) {
        this(accountId, symbol, day, traded, midnight(day.plusDays(1)));
    }

    /**
     * At that time, roughly: there are at most 28 of one symbol and kind on a day.
     *
     * @param time the exchange's transaction time
     */
    public static SymbolActivity at(String accountId, String symbol, Instant time, boolean traded) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        Duration into = Duration.between(midnight(day), time);
        Duration span = span(into);
        Instant end = midnight(day).plus(span.multipliedBy(into.dividedBy(span) + 1));
        return new SymbolActivity(accountId, symbol, day, traded, end.plus(SETTLING));
    }

    /**
     * Whether it may have happened by then; that it has is not known more finely than it was noted.
     *
     * @param until on the exchange's clock
     */
    public boolean mayHaveHappenedBy(Instant until) {
        Duration end = Duration.between(midnight(day), settled.minus(SETTLING));
        Duration span = span(end.minusNanos(1));
        Duration begin = span.equals(COARSE) ? max(end.minus(span), FIRST_HOUR) : end.minus(span);
        return !midnight(day).plus(begin).isAfter(until);
    }

    private static Duration span(Duration into) {
        return into.compareTo(EARLY) < 0 ? FINE : into.compareTo(FIRST_HOUR) < 0 ? MIDDLING : COARSE;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
