package recon.binance.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntBiFunction;

/** The arithmetic of a reservation, for whoever keeps the counters. */
public final class Reservation {
    private Reservation() {}

    /** The keys that may be halted and so refuse these charges: each bucket and its door. */
    public static Set<String> gates(List<Charge> charges) {
        Set<String> gates = new LinkedHashSet<>();
        for (Charge charge : charges) {
            gates.add(charge.bucket().key());
            gates.add(charge.bucket().door());
        }
        return gates;
    }

    /** Empty if every window is open; else when the last of the closing ones has given way to the next. */
    public static Optional<Instant> closedUntil(List<Charge> charges, Instant exchangeNow) {
        return charges.stream()
                .map(charge -> Window.at(charge.bucket().window(), exchangeNow))
                .filter(window -> window.closedAt(exchangeNow))
                .map(Window::end)
                .max(Instant::compareTo);
    }

    /**
     * Empty if every window has surely begun on the exchange's clock; else when the last of the new ones has. A request
     * sent before could still be counted in the window before, which has not been charged.
     *
     * @param doubt how far the exchange's clock may be behind {@code exchangeNow}; of a short window a quarter is the
     *     most that is waited for, or there would be no time left in it
     */
    public static Optional<Instant> uncertainUntil(List<Charge> charges, Instant exchangeNow, Duration doubt) {
        return charges.stream()
                .map(charge -> Window.at(charge.bucket().window(), exchangeNow))
                .map(window -> window.start().plus(least(doubt, window.length().dividedBy(4))))
                .filter(exchangeNow::isBefore)
                .max(Instant::compareTo);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Empty if every charge fits into every window; else when the last of the full windows is no longer in the way.
     *
     * @param used the weight used so far in a window of a bucket
     */
    public static Optional<Instant> fullUntil(
            List<Charge> charges, Windows windows, Instant exchangeNow, ToIntBiFunction<Bucket, Window> used) {
        return charges.stream()
                .flatMap(charge -> windows.of(charge.bucket(), exchangeNow).stream()
                        .filter(window -> !fits(charge, used.applyAsInt(charge.bucket(), window))))
                .map(Window::end)
                .max(Instant::compareTo)
                .map(end -> askAgain(charges, end, exchangeNow));
    }

    /**
     * When to ask again.
     *
     * @param end the latest end of a window that was full; one that is over is in the way as long as the present one
     */
    public static Instant askAgain(List<Charge> charges, Instant end, Instant exchangeNow) {
        if (end.isAfter(exchangeNow)) {
            return end;
        }
        return charges.stream()
                .map(charge -> Window.at(charge.bucket().window(), exchangeNow).end())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Whether a charge fits beside what is used already. */
    public static boolean fits(Charge charge, int used) {
        return (long) used + charge.weight() <= charge.bucket().limit();
    }
}
