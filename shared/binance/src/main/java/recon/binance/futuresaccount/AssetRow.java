package recon.binance.futuresaccount;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One asset of the futures wallet. */
record AssetRow(
        @Nullable String asset,
        @Nullable BigDecimal walletBalance,
        @Nullable BigDecimal unrealizedProfit,
        @Nullable Long updateTime) {}
