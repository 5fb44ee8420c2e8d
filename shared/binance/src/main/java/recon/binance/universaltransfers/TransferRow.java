package recon.binance.universaltransfers;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /sapi/v1/sub-account/universalTransfer}. */
record TransferRow(
        @Nullable Long tranId,
        @Nullable String fromEmail,
        @Nullable String toEmail,
        @Nullable String asset,
        @Nullable BigDecimal amount,
        @Nullable Long createTimeStamp,
        @Nullable String fromAccountType,
        @Nullable String toAccountType,
        @Nullable String status) {}
