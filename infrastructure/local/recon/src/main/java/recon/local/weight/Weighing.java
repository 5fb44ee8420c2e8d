package recon.local.weight;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What came of weighing a demo.
 *
 * @param sources by source, the heaviest last
 * @param pools by pool of weight that the exchange counts
 * @param peaks the fullest window of each bucket
 * @param naive weight of the naive recipe for trades alone
 * @param naiveTrades trades that it found
 * @param balanced whether every day was closed without variance and gap
 */
public record Weighing(
        List<Line> sources, List<Pool> pools, List<Peak> peaks, long naive, long naiveTrades, boolean balanced) {
    private static final int DIGITS = 4;

    public Weighing {
        sources = List.copyOf(sources);
        pools = List.copyOf(pools);
        peaks = List.copyOf(peaks);
    }

    /**
     * A source.
     *
     * @param source its name
     * @param used weight of its tasks
     * @param least weight that it takes with perfect knowledge
     */
    public record Line(String source, long used, long least) {
        public Line {
            requireNonNull(source, "source is null");
        }

        /** Used by least; 1 where both are nothing. */
        public BigDecimal ratio() {
            return Weighing.ratio(used, least);
        }
    }

    /**
     * A pool of weight, the buckets of all accounts together where each has its own.
     *
     * @param pool {@code api}, or the path of an endpoint
     * @param used what the exchange counted, without the sweep and the stream: refused requests and readings of its clock
     *     are among it
     * @param least with perfect knowledge
     * @param sweep what the sweep took
     * @param stream what connections and subscriptions of the stream took
     */
    public record Pool(String pool, long used, long least, long sweep, long stream) {
        public Pool {
            requireNonNull(pool, "pool is null");
        }

        /** Used by least; 1 where both are nothing. */
        public BigDecimal ratio() {
            return Weighing.ratio(used, least);
        }
    }

    /**
     * The fullest window of a bucket.
     *
     * @param bucket as the exchange counts it
     * @param most used in one window
     * @param budget our share of what the exchange allows
     */
    public record Peak(String bucket, int most, int budget) {
        public Peak {
            requireNonNull(bucket, "bucket is null");
        }
    }

    private static BigDecimal ratio(long used, long least) {
        if (least == 0) {
            return used == 0 ? BigDecimal.ONE : BigDecimal.valueOf(Long.MAX_VALUE);
        }
        return BigDecimal.valueOf(used).divide(BigDecimal.valueOf(least), DIGITS, RoundingMode.HALF_UP);
    }
}
