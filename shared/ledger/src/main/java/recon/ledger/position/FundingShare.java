package recon.ledger.position;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.IncomeRemainder.Reason;
import recon.ledger.position.row.FundingRate;

/**
 * Says whose the funding rows of one contract and instant are, when both sides of a hedge are held. The exchange may
 * write a row for each side, or one with the net of both.
 */
final class FundingShare {
    /**
     * What becomes of a row: parts that add up to it, or a reason why there are none.
     *
     * @param row the row
     * @param parts none if it cannot be shared
     * @param reason why, if there are no parts
     */
    record Shared(FuturesIncome row, List<Part> parts, Optional<Reason> reason) {
        static Shared whole(FuturesIncome row, OpenLifecycle of) {
            return new Shared(row, List.of(new Part(of, row.income())), Optional.empty());
        }

        static Shared not(FuturesIncome row, Reason reason) {
            return new Shared(row, List.of(), Optional.of(reason));
        }
    }

    /**
     * What one position has of a row.
     *
     * @param of the position
     * @param amount signed as the row
     */
    record Part(OpenLifecycle of, BigDecimal amount) {}

    private final OpenLifecycle longSide;
    private final OpenLifecycle shortSide;
    private final Optional<FundingRate> rate;

    FundingShare(OpenLifecycle longSide, OpenLifecycle shortSide, Optional<FundingRate> rate) {
        this.longSide = longSide;
        this.shortSide = shortSide;
        this.rate = rate;
    }

    Stream<Shared> share(List<FuturesIncome> rows) {
        if (rows.size() == 1) {
            return Stream.of(net(rows.getFirst()));
        }
        return opposite(rows)
                ? opposite(rows.getFirst(), rows.getLast())
                : rows.stream().map(row -> Shared.not(row, Reason.AMBIGUOUS));
    }

    /** Whether there is one row that was paid and one that was received: one for each side. */
    static boolean opposite(List<FuturesIncome> rows) {
        return rows.size() == 2
                && rows.getFirst().income().signum() * rows.getLast().income().signum() < 0;
    }

    private Shared net(FuturesIncome row) {
        boolean longer = longSide.size().compareTo(shortSide.size()) >= 0;
        OpenLifecycle larger = longer ? longSide : shortSide;
        OpenLifecycle smaller = longer ? shortSide : longSide;
        if (row.income().signum() == 0) {
            return Shared.whole(row, larger);
        }
        return rate.map(known -> net(row, larger, smaller, known))
                .orElseGet(() -> Shared.not(row, Reason.RATE_UNKNOWN));
    }

    /** Where the row of one side is missing, the other one is no net: it is that of the side whose amount is nearer. */
    private static Shared net(FuturesIncome row, OpenLifecycle larger, OpenLifecycle smaller, FundingRate known) {
        BigDecimal ofLarger = known.received(larger.signedSize());
        BigDecimal ofSmaller = known.received(smaller.signedSize());
        BigDecimal fromNet = row.income().subtract(ofLarger.add(ofSmaller)).abs();
        if (row.income().subtract(ofLarger).abs().compareTo(fromNet) < 0) {
            return Shared.whole(row, larger);
        }
        if (row.income().subtract(ofSmaller).abs().compareTo(fromNet) < 0) {
            return Shared.whole(row, smaller);
        }
        BigDecimal part = ofSmaller.setScale(row.income().scale(), RoundingMode.HALF_EVEN);
        return new Shared(
                row,
                List.of(new Part(smaller, part), new Part(larger, row.income().subtract(part))),
                Optional.empty());
    }

    /** Longs pay while the rate is above zero. Where it is not known, the larger row is the larger side's. */
    private Stream<Shared> opposite(FuturesIncome one, FuturesIncome other) {
        int signOfLong = rate.map(known -> -known.rate().signum()).orElse(0);
        FuturesIncome paid = one.income().signum() < 0 ? one : other;
        FuturesIncome received = one.income().signum() < 0 ? other : one;
        if (signOfLong == 0) {
            int sizes = longSide.size().compareTo(shortSide.size());
            int amounts = paid.income().abs().compareTo(received.income());
            signOfLong = -Integer.signum(sizes) * Integer.signum(amounts);
        }
        if (signOfLong == 0) {
            return Stream.of(one, other).map(row -> Shared.not(row, Reason.RATE_UNKNOWN));
        }
        return Stream.of(
                Shared.whole(paid, signOfLong < 0 ? longSide : shortSide),
                Shared.whole(received, signOfLong < 0 ? shortSide : longSide));
    }
}
