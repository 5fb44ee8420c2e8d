package recon.binance.capitalflow;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /sapi/v1/margin/capital-flow}. */
record FlowRow(
        @Nullable Long id,
        @Nullable Long tranId,
        @Nullable Long timestamp,
        @Nullable String asset,
        @Nullable String type,
        @Nullable BigDecimal amount) {}
