package recon.binance.futurestrades;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /fapi/v1/userTrades}. */
record TradeRow(
        @Nullable String symbol,
        @Nullable Long id,
        @Nullable Long orderId,
        @Nullable String side,
        @Nullable String positionSide,
        @Nullable BigDecimal price,
        @Nullable BigDecimal qty,
        @Nullable BigDecimal realizedPnl,
        @Nullable BigDecimal commission,
        @Nullable String commissionAsset,
        @Nullable String marginAsset,
        @Nullable Long time,
        @Nullable Boolean maker) {}
