package recon.binance.dust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/asset/dribblet}. */
record DustBody(@Nullable List<@Nullable DribbletRow> userAssetDribblets) {}
