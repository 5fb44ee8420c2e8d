package recon.binance.margininterest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/margin/interestHistory}. */
record InterestBody(@Nullable Long total, @Nullable List<@Nullable InterestRow> rows) {}
