package recon.binance.marginaccount;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One asset of the cross margin wallet. */
record MarginAssetRow(
        @Nullable String asset,
        @Nullable BigDecimal borrowed,
        @Nullable BigDecimal free,
        @Nullable BigDecimal interest,
        @Nullable BigDecimal locked) {}
