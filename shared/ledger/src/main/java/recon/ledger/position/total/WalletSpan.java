package recon.ledger.position.total;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.total.TotalCheck.Metric;

/**
 * What a wallet did between two captures. Of rows in doubt at either end any may be in or out: what the income says is then
 * not one sum but all from the least to the most, and the nearest to what was captured counts.
 */
final class WalletSpan {
    private final WalletMoment from;
    private final WalletMoment to;
    private final Map<String, BigDecimal> least = new TreeMap<>();
    private final Map<String, BigDecimal> most = new TreeMap<>();

    WalletSpan(WalletMoment from, WalletMoment to, List<FuturesIncome> income) {
        this.from = from;
        this.to = to;
        for (int place = from.firstDoubt(); place < to.afterDoubt(); place++) {
            FuturesIncome row = income.get(place);
            boolean doubtful = from.doubts(place) || to.doubts(place);
            add(least, row, doubtful ? row.income().min(BigDecimal.ZERO) : row.income());
            add(most, row, doubtful ? row.income().max(BigDecimal.ZERO) : row.income());
        }
    }

    private static void add(Map<String, BigDecimal> sums, FuturesIncome row, BigDecimal amount) {
        sums.merge(row.asset(), amount, BigDecimal::add);
    }

    /** By asset; those that neither moved nor should have are left out. */
    List<TotalCheck> checks() {
        Set<String> assets = new TreeSet<>(least.keySet());
        assets.addAll(from.capture().balances().keySet());
        assets.addAll(to.capture().balances().keySet());
        return assets.stream()
                .map(this::check)
                .filter(check -> check.fills().signum() != 0 || check.income().signum() != 0)
                .toList();
    }

    private TotalCheck check(String asset) {
        BigDecimal change = to.capture().of(asset).subtract(from.capture().of(asset));
        BigDecimal low = least.getOrDefault(asset, BigDecimal.ZERO);
        BigDecimal high = most.getOrDefault(asset, BigDecimal.ZERO);
        return new TotalCheck(Metric.WALLET, "", asset, change, change.max(low).min(high));
    }
}
