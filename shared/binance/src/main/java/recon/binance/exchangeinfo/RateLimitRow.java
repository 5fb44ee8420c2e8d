package recon.binance.exchangeinfo;

import org.jspecify.annotations.Nullable;

/** One of the exchange's limits. */
record RateLimitRow(
        @Nullable String rateLimitType,
        @Nullable String interval,
        @Nullable Integer intervalNum,
        @Nullable Integer limit) {}
