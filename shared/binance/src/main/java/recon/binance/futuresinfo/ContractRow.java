package recon.binance.futuresinfo;

import org.jspecify.annotations.Nullable;

/** One contract. */
record ContractRow(
        @Nullable String symbol,
        @Nullable String pair,
        @Nullable String contractType,
        @Nullable String baseAsset,
        @Nullable String quoteAsset,
        @Nullable String marginAsset,
        @Nullable String status) {}
