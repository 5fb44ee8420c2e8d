package recon.ledger.position;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.FuturesFill;

/** Counts what comes in and, from what is told, what goes out. */
final class Tally {
    private final AssetSums income = new AssetSums();
    private final AssetSums closed = new AssetSums();
    private final AssetSums open = new AssetSums();
    private final AssetSums remainder = new AssetSums();
    private BigDecimal filled = BigDecimal.ZERO;
    private BigDecimal attributed = BigDecimal.ZERO;

    void in(FuturesIncome row) {
        income.add(row.asset(), row.income());
    }

    void in(FuturesFill fill) {
        filled = filled.add(fill.quantity());
    }

    void out(Lifecycle lifecycle) {
        boolean over = lifecycle.state() == LifecycleState.CLOSED;
        AssetSums sums = over ? closed : open;
        sums.add(lifecycle.income().realized().byAsset());
        sums.add(lifecycle.income().commissions().byAsset());
        sums.add(lifecycle.income().funding().byAsset());
        sums.add(lifecycle.income().insurance().byAsset());
        attributed = attributed
                .add(lifecycle.entry().quantity())
                .add(lifecycle.exit().quantity());
    }

    void out(IncomeRemainder row) {
        remainder.add(row.row().asset(), row.row().income());
    }

    Conservation conservation() {
        Set<String> assets = new TreeSet<>();
        List.of(income, closed, open, remainder).stream()
                .map(AssetSums::byAsset)
                .map(Map::keySet)
                .forEach(assets::addAll);
        return new Conservation(
                assets.stream()
                        .map(asset -> new Conservation.Asset(
                                asset, income.of(asset), closed.of(asset), open.of(asset), remainder.of(asset)))
                        .toList(),
                filled,
                attributed);
    }
}
