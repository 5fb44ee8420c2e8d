package recon.binance.isolatedaccount;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/margin/isolated/account}. */
record IsolatedBody(@Nullable List<@Nullable PairRow> assets) {}
