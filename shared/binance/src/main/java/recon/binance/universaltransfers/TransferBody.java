package recon.binance.universaltransfers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/sub-account/universalTransfer}. */
record TransferBody(@Nullable List<@Nullable TransferRow> result) {}
