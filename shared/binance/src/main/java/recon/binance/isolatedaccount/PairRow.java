package recon.binance.isolatedaccount;

import org.jspecify.annotations.Nullable;

/** One pair. */
record PairRow(
        @Nullable String symbol,
        @Nullable SideRow baseAsset,
        @Nullable SideRow quoteAsset) {}
