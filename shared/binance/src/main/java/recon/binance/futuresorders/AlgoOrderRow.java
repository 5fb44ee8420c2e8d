package recon.binance.futuresorders;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /fapi/v1/allAlgoOrders}. */
record AlgoOrderRow(
        @Nullable String symbol,
        @Nullable Long algoId,
        @Nullable String orderType,
        @Nullable String side,
        @Nullable String positionSide,
        @Nullable String algoStatus,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal triggerPrice,
        @Nullable Boolean reduceOnly,
        @Nullable Boolean closePosition,
        @Nullable String actualOrderId,
        @Nullable Long createTime,
        @Nullable Long updateTime) {}
