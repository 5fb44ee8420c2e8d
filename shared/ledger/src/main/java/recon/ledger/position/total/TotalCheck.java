package recon.ledger.position.total;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * One sum as two witnesses tell it.
 *
 * @param metric which sum
 * @param symbol the contract, or the empty text for all together
 * @param asset what it is stated in, or the empty text for a count
 * @param fills what the fills, or for the wallet its captures, say
 * @param income what the income says
 */
public record TotalCheck(Metric metric, String symbol, String asset, BigDecimal fills, BigDecimal income) {
    /** Which sum, how far its witnesses may lie apart, and what is done where they lie further. */
    public enum Metric {
        /** Sum of {@code realizedPnl} against {@code REALIZED_PNL}. */
        PNL("0.001", "0.01", Verdict.RE_SYNC),
        /** Sum of {@code commission} against {@code COMMISSION}, by asset. */
        FEES("0.01", "0.0001", Verdict.WARNING),
        /**
         * Change of the wallet between two captures against all income between them, by asset. The exchange's own book adds up
         * to the last digit, and a transfer is large: its size excuses nothing.
         */
        WALLET("0", "0.0001", Verdict.RE_SYNC),
        /** Fills with a fee against trade ids of {@code COMMISSION}. */
        COUNT("0", "0", Verdict.RE_SYNC);

        private final BigDecimal tolerance;
        private final BigDecimal floor;
        private final Verdict beyond;

        Metric(String tolerance, String floor, Verdict beyond) {
            this.tolerance = new BigDecimal(tolerance);
            this.floor = new BigDecimal(floor);
            this.beyond = beyond;
        }
    }

    /** What has to be done. */
    public enum Verdict {
        /** Nothing. */
        AGREES,
        /** A person looks at it. */
        WARNING,
        /** The window is fetched again. */
        RE_SYNC
    }

    public TotalCheck {
        requireNonNull(metric, "metric is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(fills, "fills is null");
        requireNonNull(income, "income is null");
    }

    /** By how much they differ, without sign. */
    public BigDecimal difference() {
        return fills.subtract(income).abs();
    }

    /** They may differ by a part of what the income says, and always by the floor, which is in units of the asset. */
    public Verdict verdict() {
        BigDecimal allowed = income.abs().multiply(metric.tolerance).max(metric.floor);
        return difference().compareTo(allowed) > 0 ? metric.beyond : Verdict.AGREES;
    }
}
