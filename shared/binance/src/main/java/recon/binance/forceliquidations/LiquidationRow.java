package recon.binance.forceliquidations;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One order of a liquidation. */
record LiquidationRow(
        @Nullable BigDecimal avgPrice,
        @Nullable BigDecimal executedQty,
        @Nullable Long orderId,
        @Nullable String side,
        @Nullable String symbol,
        @Nullable Long updatedTime) {}
