package recon.binance.spotorders;

import org.jspecify.annotations.Nullable;

/** One row of {@code GET /api/v3/order/amendments}. */
record AmendmentRow(
        @Nullable String symbol,
        @Nullable Long orderId,
        @Nullable Long executionId,
        @Nullable Long time) {}
