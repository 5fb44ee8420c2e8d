package recon.binance.client;

import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /api/v3/time} and {@code GET /fapi/v1/time}.
 *
 * @param serverTime epoch milliseconds
 */
record ServerTime(@Nullable Long serverTime) {}
