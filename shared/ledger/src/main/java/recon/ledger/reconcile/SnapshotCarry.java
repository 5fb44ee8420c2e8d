package recon.ledger.reconcile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.entry.Booking;

/**
 * Carries the exchange's snapshot forward to midnight by adding what was booked in the last second.
 *
 * <p>A movement may show later than its stamp, so that the snapshot may lack what is stamped shortly before it. What
 * this leaves in doubt is cut once, in its order, the same cut for all assets: where most assets agree with what they
 * are compared with, and as late as possible.
 */
final class SnapshotCarry {
    private final Wallet wallet;
    private final Map<String, BigDecimal> taken;
    private final List<Booking> after;
    private final List<Booking> doubtful;

    SnapshotCarry(DayToClose day, BalanceSnapshot snapshot) {
        wallet = day.wallet();
        taken = snapshot.balances().stream()
                .collect(Collectors.toMap(AssetBalance::asset, AssetBalance::total, BigDecimal::add));
        Instant at = snapshot.at();
        Instant certain = at.minus(day.effectDelay());
        List<Booking> since = day.bookings().stream()
                .filter(booking -> !booking.time().isBefore(certain))
                .filter(booking -> booking.time().isBefore(day.end()))
                .filter(booking -> Movements.legs(booking, wallet).findAny().isPresent())
                .sorted(CaptureCut.ORDER)
                .toList();
        doubtful = since.stream().filter(booking -> booking.time().isBefore(at)).toList();
        after = since.subList(doubtful.size(), since.size());
    }

    Set<String> assets() {
        Set<String> assets = new HashSet<>(taken.keySet());
        assets.addAll(Movements.of(wallet, after).assets());
        return assets;
    }

    /** What the wallet held of an asset at midnight, under the cut on which most assets agree with {@code other}. */
    Function<String, BigDecimal> agreeing(Function<String, BigDecimal> other) {
        Set<String> concerned = Movements.of(wallet, doubtful).assets();
        Function<String, BigDecimal> best = cutAfter(doubtful.size());
        long most = agreement(best, concerned, other);
        for (int contained = doubtful.size() - 1; contained >= 0; contained--) {
            Function<String, BigDecimal> candidate = cutAfter(contained);
            long agreement = agreement(candidate, concerned, other);
            if (agreement > most) {
                best = candidate;
                most = agreement;
            }
        }
        return best;
    }

    private static long agreement(
            Function<String, BigDecimal> held, Set<String> concerned, Function<String, BigDecimal> other) {
        return concerned.stream()
                .filter(asset -> held.apply(asset).compareTo(other.apply(asset)) == 0)
                .count();
    }

    private Function<String, BigDecimal> cutAfter(int contained) {
        Movements sure = Movements.of(wallet, after);
        Movements missing = Movements.of(wallet, doubtful.subList(contained, doubtful.size()));
        return asset -> taken.getOrDefault(asset, BigDecimal.ZERO)
                .add(missing.net(Held.balance(asset)))
                .add(sure.net(Held.balance(asset)));
    }
}
