package recon.binance.dust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One conversion of small balances. */
record DribbletRow(@Nullable List<@Nullable DetailRow> userAssetDribbletDetails) {}
