package recon.binance.futurespositions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /fapi/v3/positionRisk}. */
record PositionRiskRow(
        @Nullable String symbol,
        @Nullable String positionSide,
        @Nullable BigDecimal positionAmt,
        @Nullable BigDecimal markPrice,
        @Nullable Long updateTime) {}
