package recon.binance.walletoverview;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One wallet, valued. */
record WalletRow(@Nullable BigDecimal balance, @Nullable String walletName) {}
