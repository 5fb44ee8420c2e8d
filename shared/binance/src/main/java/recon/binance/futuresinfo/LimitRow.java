package recon.binance.futuresinfo;

import org.jspecify.annotations.Nullable;

/** One limit of {@code /fapi}. */
record LimitRow(
        @Nullable String rateLimitType,
        @Nullable String interval,
        @Nullable Integer intervalNum,
        @Nullable Integer limit) {}
