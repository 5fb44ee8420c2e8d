package recon.benchmark.position;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.ledger.position.Lifecycle;

/**
 * Our rows and the script's. The script knows no price of a fee that is paid in another asset: fees are compared where all
 * of a position's are in the margin asset.
 *
 * @param entries ours
 * @param both how many of them the script has as well, by symbol, first and last fill
 * @param equal how many of these agree in direction, quantity, prices, profit and fees, to nine digits
 * @param surplus what only the script has
 */
record EntryComparison(long entries, long both, long equal, long surplus) {
    private static final MathContext NINE = new MathContext(9);
    private static final BigDecimal NOTHING = new BigDecimal("1e-7");
    private static final int KEY = 3;
    private static final int DIRECTION = 3;

    /** A row as {@link #of} compares it, with the columns of the script. */
    static String line(Lifecycle lifecycle) {
        boolean plain = lifecycle
                .income()
                .commissions()
                .byAsset()
                .keySet()
                .equals(Set.of(lifecycle.income().marginAsset()));
        return String.join(
                ",",
                lifecycle.key().symbol(),
                Long.toString(lifecycle.firstFillId()),
                Long.toString(lifecycle.lastFillId()),
                lifecycle.direction().name(),
                lifecycle.entry().quantity().toPlainString(),
                lifecycle.entry().average().orElseThrow().toPlainString(),
                lifecycle.exit().average().orElseThrow().toPlainString(),
                lifecycle.income().realizedPnl().orElseThrow().toPlainString(),
                plain ? lifecycle.income().commission().orElseThrow().toPlainString() : "");
    }

    static EntryComparison of(Path folder) throws IOException {
        Map<String, List<String>> theirs = new HashMap<>();
        try (var lines = Files.lines(folder.resolve("plan.csv"))) {
            lines.skip(1).map(EntryComparison::cells).forEach(cells -> theirs.put(key(cells), cells));
        }
        long entries = 0;
        long both = 0;
        long equal = 0;
        try (var lines = Files.lines(folder.resolve("entries.csv"))) {
            for (List<String> ours : (Iterable<List<String>>) lines.map(EntryComparison::cells)::iterator) {
                entries++;
                List<String> other = theirs.get(key(ours));
                if (other != null) {
                    both++;
                    equal += agree(ours, other) ? 1 : 0;
                }
            }
        }
        return new EntryComparison(entries, both, equal, theirs.size() - both);
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    private static String key(List<String> cells) {
        return String.join(",", cells.subList(0, KEY));
    }

    private static boolean agree(List<String> ours, List<String> theirs) {
        if (!ours.get(DIRECTION).equals(theirs.get(DIRECTION))) {
            return false;
        }
        for (int i = DIRECTION + 1; i < ours.size(); i++) {
            if (!ours.get(i).isEmpty() && !near(new BigDecimal(ours.get(i)), new BigDecimal(theirs.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(BigDecimal ours, BigDecimal theirs) {
        return ours.subtract(theirs).abs().compareTo(NOTHING) <= 0
                || ours.round(NINE).compareTo(theirs.round(NINE)) == 0;
    }

    @Override
    public String toString() {
        return "%d entries; the script has %d of them and %d others; %d agree to nine digits"
                .formatted(entries, both, surplus, equal);
    }
}
