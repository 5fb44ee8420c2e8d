package recon.binance.futuresorders;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /fapi/v1/allOrders} or {@code GET /fapi/v1/forceOrders}. */
record OrderRow(
        @Nullable String symbol,
        @Nullable Long orderId,
        @Nullable String clientOrderId,
        @Nullable String side,
        @Nullable String positionSide,
        @Nullable String type,
        @Nullable String origType,
        @Nullable String status,
        @Nullable BigDecimal origQty,
        @Nullable BigDecimal executedQty,
        @Nullable BigDecimal stopPrice,
        @Nullable Boolean reduceOnly,
        @Nullable Boolean closePosition,
        @Nullable String autoCloseType,
        @Nullable Long time,
        @Nullable Long updateTime) {}
