package recon.binance.spotaccount;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One asset of the spot wallet. */
record BalanceRow(
        @Nullable String asset,
        @Nullable BigDecimal free,
        @Nullable BigDecimal locked) {}
