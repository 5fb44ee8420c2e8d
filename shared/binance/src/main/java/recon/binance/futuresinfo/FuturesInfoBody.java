package recon.binance.futuresinfo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /fapi/v1/exchangeInfo}. */
record FuturesInfoBody(
        @Nullable List<@Nullable LimitRow> rateLimits,
        @Nullable List<@Nullable ContractRow> symbols) {}
