package recon.binance.futuresdownloads;

import org.jspecify.annotations.Nullable;

/** How far a download is. */
record StateBody(
        @Nullable String status,
        @Nullable String url,
        @Nullable Boolean isExpired) {}
