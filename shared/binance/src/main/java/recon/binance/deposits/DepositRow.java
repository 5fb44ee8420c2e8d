package recon.binance.deposits;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /sapi/v1/capital/deposit/hisrec}. */
record DepositRow(
        @Nullable String id,
        @Nullable BigDecimal amount,
        @Nullable String coin,
        @Nullable String network,
        @Nullable Integer status,
        @Nullable String address,
        @Nullable String txId,
        @Nullable Long insertTime,
        @Nullable Long completeTime,
        @Nullable Integer walletType) {}
