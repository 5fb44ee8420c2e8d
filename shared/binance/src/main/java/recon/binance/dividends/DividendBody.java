package recon.binance.dividends;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/asset/assetDividend}. */
record DividendBody(@Nullable List<@Nullable DividendRow> rows) {}
