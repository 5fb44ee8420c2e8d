package recon.binance.owntransfers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/asset/transfer}. */
record OwnTransferBody(@Nullable Long total, @Nullable List<@Nullable OwnTransferRow> rows) {}
