package recon.binance.spotorders;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /api/v3/allOrders} or {@code GET /api/v3/openOrders}. */
record OrderRow(
        @Nullable String symbol,
        @Nullable Long orderId,
        @Nullable Long orderListId,
        @Nullable String clientOrderId,
        @Nullable BigDecimal price,
        @Nullable BigDecimal origQty,
        @Nullable BigDecimal executedQty,
        @Nullable BigDecimal cummulativeQuoteQty,
        @Nullable BigDecimal origQuoteOrderQty,
        @Nullable String status,
        @Nullable String timeInForce,
        @Nullable String type,
        @Nullable String side,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal icebergQty,
        @Nullable Long time,
        @Nullable Long updateTime,
        @Nullable Long workingTime,
        @Nullable String selfTradePreventionMode,
        @Nullable Long preventedMatchId,
        @Nullable BigDecimal preventedQuantity,
        @Nullable String expiryReason) {}
