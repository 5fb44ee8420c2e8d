package recon.binance.isolatedaccount;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One asset of a pair. */
record SideRow(
        @Nullable String asset,
        @Nullable BigDecimal borrowed,
        @Nullable BigDecimal free,
        @Nullable BigDecimal interest,
        @Nullable BigDecimal locked) {}
