package recon.ledger.position.total;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.total.TotalCheck.Metric;

/**
 * Sums over the rows of one account, by the time of the rows: whether a position is open or income stands in the remainder
 * does not matter. Rows are given in the order of a fold, once each. Memory grows with the contracts and assets.
 */
public final class Totals {
    private static final String ALL = "";

    private final Map<String, OfSymbol> symbols = new TreeMap<>();

    /** The next fill. */
    public void fill(FuturesFill fill) {
        OfSymbol sums = of(fill.symbol());
        sums.profitOfFills = sums.profitOfFills.add(fill.realizedPnl());
        if (fill.commission().signum() != 0) {
            sums.feesOfFills.merge(fill.commissionAsset(), fill.commission(), BigDecimal::add);
            if (fill.id() != sums.lastFill) {
                sums.fills++;
                sums.lastFill = fill.id();
            }
        }
    }

    /** The next income row. */
    public void income(FuturesIncome row) {
        if (row.incomeType().equals("REALIZED_PNL")) {
            of(row.symbol()).profits.merge(row.asset(), row.income(), BigDecimal::add);
        } else if (row.incomeType().equals("COMMISSION")) {
            OfSymbol sums = of(row.symbol());
            sums.fees.merge(row.asset(), row.income().negate(), BigDecimal::add);
            if (!row.tradeId().isEmpty()
                    && !row.tradeId().equals(sums.lastTrade)
                    && row.income().signum() != 0) {
                sums.trades++;
                sums.lastTrade = row.tradeId();
            }
        }
    }

    /** Every sum by contract, then all contracts together. */
    public List<TotalCheck> checks() {
        List<TotalCheck> checks = new ArrayList<>();
        symbols.forEach((symbol, sums) -> sums.checks(symbol, checks));
        Map<Key, TotalCheck> all = new TreeMap<>();
        for (TotalCheck check : checks) {
            all.merge(
                    new Key(check.metric(), check.asset()),
                    new TotalCheck(check.metric(), ALL, check.asset(), check.fills(), check.income()),
                    (one, other) -> new TotalCheck(
                            one.metric(),
                            ALL,
                            one.asset(),
                            one.fills().add(other.fills()),
                            one.income().add(other.income())));
        }
        checks.addAll(all.values());
        return List.copyOf(checks);
    }

    private OfSymbol of(String symbol) {
        return symbols.computeIfAbsent(symbol, _ -> new OfSymbol());
    }

    private record Key(Metric metric, String asset) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byMetric = metric.compareTo(other.metric);
            return byMetric != 0 ? byMetric : asset.compareTo(other.asset);
        }
    }

    /** The sums of one contract. */
    private static final class OfSymbol {
        private BigDecimal profitOfFills = BigDecimal.ZERO;
        private final Map<String, BigDecimal> feesOfFills = new HashMap<>();
        private final Map<String, BigDecimal> profits = new HashMap<>();
        private final Map<String, BigDecimal> fees = new TreeMap<>();
        private long fills;
        private long trades;
        private long lastFill = Long.MIN_VALUE;
        private String lastTrade = "";

        void checks(String symbol, List<TotalCheck> checks) {
            // A contract is settled in one asset; fills do not always name it.
            String margin = profits.size() == 1 ? profits.keySet().iterator().next() : ALL;
            BigDecimal profit = profits.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            checks.add(new TotalCheck(Metric.PNL, symbol, margin, profitOfFills, profit));
            feesOfFills.keySet().forEach(asset -> fees.putIfAbsent(asset, BigDecimal.ZERO));
            fees.forEach((asset, paid) -> checks.add(new TotalCheck(
                    Metric.FEES, symbol, asset, feesOfFills.getOrDefault(asset, BigDecimal.ZERO), paid)));
            checks.add(
                    new TotalCheck(Metric.COUNT, symbol, ALL, BigDecimal.valueOf(fills), BigDecimal.valueOf(trades)));
        }
    }
}
