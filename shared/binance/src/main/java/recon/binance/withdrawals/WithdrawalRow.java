package recon.binance.withdrawals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of {@code GET /sapi/v1/capital/withdraw/history}; its times are texts of whole seconds, UTC. */
record WithdrawalRow(
        @Nullable String id,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal transactionFee,
        @Nullable String coin,
        @Nullable String network,
        @Nullable Integer status,
        @Nullable String address,
        @Nullable String txId,
        @Nullable String applyTime,
        @Nullable String completeTime,
        @Nullable Integer walletType) {}
