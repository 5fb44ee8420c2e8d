package recon.binance.margintransfers;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A transfer into or out of a margin wallet. */
record MarginTransferRow(
        @Nullable BigDecimal amount,
        @Nullable String asset,
        @Nullable String status,
        @Nullable Long timestamp,
        @Nullable Long txId,
        @Nullable String type) {}
