package recon.binance.subdeposits;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One deposit of a sub-account; it does not say when it was completed. */
record SubDepositRow(
        @Nullable String id,
        @Nullable BigDecimal amount,
        @Nullable String coin,
        @Nullable Integer status,
        @Nullable Long insertTime,
        @Nullable Integer walletType) {}
