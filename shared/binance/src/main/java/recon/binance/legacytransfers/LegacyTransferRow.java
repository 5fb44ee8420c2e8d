package recon.binance.legacytransfers;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One transfer between the spot wallets of two accounts. */
record LegacyTransferRow(
        @Nullable String from,
        @Nullable String to,
        @Nullable String asset,
        @Nullable BigDecimal qty,
        @Nullable String status,
        @Nullable Long tranId,
        @Nullable Long time) {}
