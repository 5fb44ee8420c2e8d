package recon.binance.margintrades;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /sapi/v1/margin/myTrades}. */
record MarginTradeRow(
        @Nullable String symbol,
        @Nullable Long id,
        @Nullable Long orderId,
        @Nullable BigDecimal price,
        @Nullable BigDecimal qty,
        @Nullable BigDecimal commission,
        @Nullable String commissionAsset,
        @Nullable Long time,
        @JsonProperty("isBuyer") @Nullable Boolean buyer,
        @JsonProperty("isMaker") @Nullable Boolean maker,
        @JsonProperty("isIsolated") @Nullable Boolean isolated) {}
