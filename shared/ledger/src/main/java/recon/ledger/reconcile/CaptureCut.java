package recon.ledger.reconcile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Measure;

/**
 * Carries a capture back to midnight by taking out what was booked in between.
 *
 * <p>A capture does not say at which instant it was true, and a movement may show in it later than its stamp. The
 * bookings that this leaves in doubt are cut once, in their order, the same cut for all assets: where most assets
 * agree with the books.
 */
final class CaptureCut {
    static final Comparator<Booking> ORDER = Comparator.comparing(Booking::time)
            .thenComparing(Booking::source)
            .thenComparing(Booking::externalId)
            .thenComparing(Booking::part);

    private final Wallet wallet;
    private final Map<Held, BigDecimal> captured;
    private final List<Booking> certain;
    private final List<Booking> doubtful;

    CaptureCut(DayToClose day, BalanceCapture capture) {
        wallet = day.wallet();
        captured = new HashMap<>();
        for (AssetBalance balance : capture.balances()) {
            captured.merge(new Held(balance.asset(), Measure.BALANCE), balance.total(), BigDecimal::add);
            captured.merge(new Held(balance.asset(), Measure.LOAN), balance.loan(), BigDecimal::add);
            captured.merge(new Held(balance.asset(), Measure.INTEREST), balance.interest(), BigDecimal::add);
        }
        Instant last = capture.updateTime().orElse(capture.receivedAt());
        Instant first = capture.updateTime().orElse(capture.sentAt()).minus(day.effectDelay());
        List<Booking> since = day.bookings().stream()
                .filter(booking -> !booking.time().isBefore(day.end()))
                .filter(booking -> !booking.time().isAfter(last))
                .filter(booking -> Movements.legs(booking, wallet).findAny().isPresent())
                .sorted(ORDER)
                .toList();
        boolean quiet = capture.quiet(day.effectDelay());
        certain = since.stream().filter(b -> quiet || !b.time().isAfter(first)).toList();
        doubtful = since.subList(certain.size(), since.size());
    }

    Set<String> assets() {
        Set<String> assets = captured.keySet().stream().map(Held::asset).collect(Collectors.toCollection(HashSet::new));
        assets.addAll(Movements.of(wallet, certain).assets());
        assets.addAll(Movements.of(wallet, doubtful).assets());
        return assets;
    }

    /** The balances at midnight when nothing is known to compare with: every stamp is taken at its word. */
    AtMidnight withoutComparison() {
        return new AtMidnight(cutAfter(doubtful.size()), doubtful);
    }

    /** The balances at midnight under the cut on which most assets agree with {@code calculated}. */
    AtMidnight agreeing(Function<Held, BigDecimal> calculated) {
        Set<Held> concerned = Movements.of(wallet, doubtful).held();
        Map<Integer, Long> agreement = IntStream.rangeClosed(0, doubtful.size())
                .boxed()
                .collect(Collectors.toMap(Function.identity(), cut -> agreeing(cut, concerned, calculated)));
        // Of two cuts equally good, the later one: a stamp is believed unless the balances speak against it.
        int best = agreement.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        boolean none = !concerned.isEmpty() && agreement.getOrDefault(best, 0L) == 0;
        return new AtMidnight(cutAfter(best), none ? doubtful : List.of());
    }

    private long agreeing(int cut, Set<Held> concerned, Function<Held, BigDecimal> calculated) {
        Function<Held, BigDecimal> actual = cutAfter(cut);
        return concerned.stream()
                .filter(held -> actual.apply(held).compareTo(calculated.apply(held)) == 0)
                .count();
    }

    private Function<Held, BigDecimal> cutAfter(int taken) {
        Movements sure = Movements.of(wallet, certain);
        Movements cut = Movements.of(wallet, doubtful.subList(0, taken));
        return held -> captured.getOrDefault(held, BigDecimal.ZERO)
                .subtract(sure.net(held))
                .subtract(cut.net(held));
    }

    /**
     * @param actual what the wallet held and owed of an asset at midnight
     * @param ambiguous the bookings in doubt that no cut explains
     */
    record AtMidnight(Function<Held, BigDecimal> actual, List<Booking> ambiguous) {}
}
