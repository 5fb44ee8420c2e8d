package recon.binance.marginaccount;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/margin/account}. */
record MarginBody(@Nullable List<@Nullable MarginAssetRow> userAssets) {}
