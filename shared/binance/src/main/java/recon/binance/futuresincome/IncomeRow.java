package recon.binance.futuresincome;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /fapi/v1/income}. */
record IncomeRow(
        @Nullable String symbol,
        @Nullable String incomeType,
        @Nullable BigDecimal income,
        @Nullable String asset,
        @Nullable Long time,
        @Nullable Long tranId,
        @Nullable String tradeId) {}
