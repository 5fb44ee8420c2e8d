package recon.ledger.reconcile;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Measure;

/**
 * What the wallet held at the midnight that ends the day: by our capture, by the exchange's snapshot, or unknown.
 *
 * @param assets all that either of them or what they were carried with names
 * @param captured by our capture, carried back
 * @param source of the actual balance; the empty text if there is none
 * @param snapshot by the snapshot, carried forward
 * @param ambiguous the bookings around the capture that no cut explains
 */
record Midnight(
        Set<String> assets,
        Optional<Function<Held, BigDecimal>> captured,
        String source,
        Optional<Function<String, BigDecimal>> snapshot,
        List<Booking> ambiguous) {
    Midnight {
        assets = Set.copyOf(assets);
        requireNonNull(captured, "captured is null");
        requireNonNull(source, "source is null");
        requireNonNull(snapshot, "snapshot is null");
        ambiguous = List.copyOf(ambiguous);
    }

    /** As seen when the books know what to expect. */
    static Midnight expecting(DayToClose day, Function<Held, BigDecimal> calculated) {
        Optional<CaptureCut> cut = day.capture().map(capture -> new CaptureCut(day, capture));
        return of(day, cut, cut.map(c -> c.agreeing(calculated)), calculated);
    }

    /** As seen when there is nothing to compare the capture with. */
    static Midnight opening(DayToClose day) {
        Optional<CaptureCut> cut = day.capture().map(capture -> new CaptureCut(day, capture));
        return of(day, cut, cut.map(CaptureCut::withoutComparison), held -> BigDecimal.ZERO);
    }

    private static Midnight of(
            DayToClose day,
            Optional<CaptureCut> cut,
            Optional<CaptureCut.AtMidnight> captured,
            Function<Held, BigDecimal> calculated) {
        Set<String> assets = new HashSet<>();
        cut.ifPresent(c -> assets.addAll(c.assets()));
        Optional<SnapshotCarry> carry = day.snapshot().map(snapshot -> new SnapshotCarry(day, snapshot));
        carry.ifPresent(c -> assets.addAll(c.assets()));
        Function<Held, BigDecimal> other =
                captured.map(CaptureCut.AtMidnight::actual).orElse(calculated);
        return new Midnight(
                assets,
                captured.map(CaptureCut.AtMidnight::actual),
                day.capture()
                        .map(BalanceCapture::source)
                        .or(() -> day.snapshot().map(BalanceSnapshot::source))
                        .orElse(""),
                carry.map(c -> c.agreeing(asset -> other.apply(Held.balance(asset)))),
                captured.map(CaptureCut.AtMidnight::ambiguous).orElse(List.of()));
    }

    /** The actual balance: our capture's; without one the snapshot's; without either unknown. */
    Optional<BigDecimal> actual(String asset) {
        return captured.<Function<String, BigDecimal>>map(held -> name -> held.apply(Held.balance(name)))
                .or(() -> snapshot)
                .map(held -> held.apply(asset));
    }

    /** What was owed of an asset: only our capture knows. */
    Optional<BigDecimal> owed(String asset, Measure debt) {
        return captured.map(held -> held.apply(new Held(asset, debt)));
    }

    /** What the second witness says; empty where there is none. */
    Optional<BigDecimal> witnessed(String asset) {
        return snapshot.map(held -> held.apply(asset));
    }
}
