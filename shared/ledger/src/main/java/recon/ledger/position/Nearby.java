package recon.ledger.position;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.IncomeRemainder.Reason;

/**
 * Finds the position of a row that no trade id ties to one, by time. It is asked when everything up to a minute after the
 * row is known, and nothing that comes later.
 */
final class Nearby {
    /** Funding may take effect up to a minute after its stamp; the clearing of a liquidation is as near. */
    static final long NEAR = 60_000;

    /**
     * What was found.
     *
     * @param lifecycle the one that has the row; empty if none, or more than one, could have it
     * @param flag what must be known of it then
     * @param reason why there is none
     */
    record Found(Optional<OpenLifecycle> lifecycle, Optional<LifecycleFlag> flag, Reason reason) {
        static Found one(OpenLifecycle lifecycle, Optional<LifecycleFlag> flag) {
            return new Found(Optional.of(lifecycle), flag, Reason.NO_OPEN_POSITION);
        }

        static Found none(Reason reason) {
            return new Found(Optional.empty(), Optional.empty(), reason);
        }
    }

    private final List<OpenLifecycle> atHand;

    Nearby(SymbolBook book) {
        this.atHand = book.atHand().toList();
    }

    Found of(IncomeKind kind, FuturesIncome row) {
        long time = row.time().toEpochMilli();
        return switch (kind) {
            case FUNDING_FEE -> funding(time);
            case INSURANCE_CLEAR -> clearing(time);
            case REALIZED_PNL, COMMISSION -> around(time);
        };
    }

    /** When nothing was open: what was opened first after it, else what was closed last before it. */
    private Found funding(long time) {
        List<OpenLifecycle> later =
                atHand.stream().filter(one -> one.openedAt() >= time).toList();
        List<OpenLifecycle> earlier = atHand.stream()
                .filter(one -> one.isOver() && one.closedAt() <= time && one.closedAt() >= time - NEAR)
                .toList();
        Found found = later.isEmpty()
                ? nearest(earlier, one -> time - one.closedAt())
                : nearest(later, one -> one.openedAt() - time);
        return found.lifecycle()
                .map(one -> one.openedAt() == time ? found : Found.one(one, Optional.of(LifecycleFlag.FUNDING_NEARBY)))
                .orElse(found);
    }

    /** Of the liquidated ones the nearest; where none is known to be, the only one that was left just then. */
    private Found clearing(long time) {
        List<OpenLifecycle> left = atHand.stream()
                .filter(one -> one.lastExit()
                        .filter(exit -> Math.abs(exit - time) <= NEAR)
                        .isPresent())
                .toList();
        List<OpenLifecycle> liquidated =
                left.stream().filter(one -> one.has(LifecycleFlag.LIQUIDATION)).toList();
        return liquidated.isEmpty()
                ? only(left)
                : nearest(liquidated, one -> Math.abs(one.lastExit().orElse(time) - time));
    }

    private Found around(long time) {
        return only(atHand.stream()
                .filter(one -> one.openedAt() - NEAR <= time && (!one.isOver() || one.closedAt() + NEAR >= time))
                .toList());
    }

    private static Found only(List<OpenLifecycle> candidates) {
        return switch (candidates.size()) {
            case 0 -> Found.none(Reason.NO_OPEN_POSITION);
            case 1 -> Found.one(candidates.getFirst(), Optional.of(LifecycleFlag.INCOME_BY_TIME));
            default -> Found.none(Reason.AMBIGUOUS);
        };
    }

    private static Found nearest(List<OpenLifecycle> candidates, ToLongFunction<OpenLifecycle> distance) {
        Optional<OpenLifecycle> first = candidates.stream().min(Comparator.comparingLong(distance));
        return first.map(nearest -> candidates.stream()
                                        .filter(one -> distance.applyAsLong(one) == distance.applyAsLong(nearest))
                                        .count()
                                > 1
                        ? Found.none(Reason.AMBIGUOUS)
                        : Found.one(nearest, Optional.empty()))
                .orElse(Found.none(Reason.NO_OPEN_POSITION));
    }
}
