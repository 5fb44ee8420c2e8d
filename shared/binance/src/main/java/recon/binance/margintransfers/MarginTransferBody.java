package recon.binance.margintransfers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/margin/transfer}. */
record MarginTransferBody(@Nullable Long total, @Nullable List<@Nullable MarginTransferRow> rows) {}
