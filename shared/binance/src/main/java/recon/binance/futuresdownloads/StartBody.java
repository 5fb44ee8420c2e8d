package recon.binance.futuresdownloads;

import org.jspecify.annotations.Nullable;

/** What starting a download answers. */
record StartBody(@Nullable String downloadId) {}
