package recon.binance.accountsnapshot;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One day. */
record SnapshotRow(
        @Nullable String type,
        @Nullable Long updateTime,
        @Nullable DataRow data) {
    /** What the wallet held, under another name in each of them. */
    record DataRow(
            @Nullable List<@Nullable AssetRow> balances,
            @Nullable List<@Nullable AssetRow> userAssets,
            @Nullable List<@Nullable AssetRow> assets) {}

    /** One asset of it; a futures wallet has one amount only. */
    record AssetRow(
            @Nullable String asset,
            @Nullable BigDecimal free,
            @Nullable BigDecimal locked,
            @Nullable BigDecimal walletBalance) {}
}
