package recon.binance.forceliquidations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/margin/forceLiquidationRec}. */
record LiquidationBody(@Nullable Long total, @Nullable List<@Nullable LiquidationRow> rows) {}
