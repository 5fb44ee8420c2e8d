package recon.binance.exchangeinfo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /api/v3/exchangeInfo}. */
record InfoBody(
        @Nullable List<@Nullable RateLimitRow> rateLimits,
        @Nullable List<@Nullable SymbolRow> symbols,
        @Nullable List<@Nullable SorRow> sors) {}
