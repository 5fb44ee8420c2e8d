package recon.binance.subtransfers;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /sapi/v1/sub-account/transfer/subUserHistory}. */
record SubTransferRow(
        @Nullable Integer type,
        @Nullable String asset,
        @Nullable BigDecimal qty,
        @Nullable String fromAccountType,
        @Nullable String toAccountType,
        @Nullable String status,
        @Nullable Long tranId,
        @Nullable Long time) {}
