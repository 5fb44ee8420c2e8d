package recon.binance.exchangeinfo;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** One symbol. The names that begin with "is" are spelled out: a record's accessor is not a bean's getter. */
record SymbolRow(
        @Nullable String symbol,
        @Nullable String status,
        @Nullable String baseAsset,
        @Nullable String quoteAsset,
        @JsonProperty("isSpotTradingAllowed") @Nullable Boolean spotTradingAllowed,
        @JsonProperty("isMarginTradingAllowed") @Nullable Boolean marginTradingAllowed) {}
