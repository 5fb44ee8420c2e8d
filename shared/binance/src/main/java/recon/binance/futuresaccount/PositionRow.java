package recon.binance.futuresaccount;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One position, held or with an open order. */
record PositionRow(
        @Nullable String symbol,
        @Nullable String positionSide,
        @Nullable BigDecimal positionAmt,
        @Nullable BigDecimal notional,
        @Nullable BigDecimal unrealizedProfit) {}
