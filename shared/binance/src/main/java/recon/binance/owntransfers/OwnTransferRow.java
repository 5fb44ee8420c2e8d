package recon.binance.owntransfers;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One transfer between two wallets of the account. */
record OwnTransferRow(
        @Nullable String asset,
        @Nullable BigDecimal amount,
        @Nullable String type,
        @Nullable String status,
        @Nullable Long tranId,
        @Nullable Long timestamp) {}
