package recon.binance.sorallocations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /api/v3/myAllocations}. */
record AllocationRow(
        @Nullable String symbol,
        @Nullable Long allocationId,
        @Nullable Long orderId,
        @Nullable BigDecimal price,
        @Nullable BigDecimal qty,
        @Nullable BigDecimal quoteQty,
        @Nullable BigDecimal commission,
        @Nullable String commissionAsset,
        @Nullable Long time,
        @JsonProperty("isBuyer") @Nullable Boolean buyer,
        @JsonProperty("isMaker") @Nullable Boolean maker) {}
