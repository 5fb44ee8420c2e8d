package recon.binance.stptransfers;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /api/v3/myPreventedMatches}. */
record PreventedMatchRow(
        @Nullable String symbol,
        @Nullable Long preventedMatchId,
        @Nullable Long takerOrderId,
        @Nullable Long makerOrderId,
        @Nullable String selfTradePreventionMode,
        @Nullable BigDecimal price,
        @Nullable BigDecimal makerPreventedQuantity,
        @Nullable BigDecimal takerPreventedQuantity,
        @Nullable Long transactTime) {}
