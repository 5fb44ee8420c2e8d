package recon.binance.spotsnapshot;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One day. */
record SnapshotRow(
        @Nullable String type,
        @Nullable Long updateTime,
        @Nullable DataRow data) {
    /** What the wallet held. */
    record DataRow(@Nullable List<@Nullable AssetRow> balances) {}

    /** One asset of it. */
    record AssetRow(
            @Nullable String asset,
            @Nullable BigDecimal free,
            @Nullable BigDecimal locked) {}
}
