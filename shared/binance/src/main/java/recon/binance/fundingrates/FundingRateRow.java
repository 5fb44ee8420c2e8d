package recon.binance.fundingrates;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /fapi/v1/fundingRate}. */
record FundingRateRow(
        @Nullable String symbol,
        @Nullable Long fundingTime,
        @Nullable BigDecimal fundingRate,
        @Nullable BigDecimal markPrice) {}
