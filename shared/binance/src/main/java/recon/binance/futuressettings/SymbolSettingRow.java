package recon.binance.futuressettings;

import org.jspecify.annotations.Nullable;

/** One row of {@code GET /fapi/v1/symbolConfig}. */
record SymbolSettingRow(
        @Nullable String symbol,
        @Nullable String marginType,
        @Nullable Integer leverage) {}
