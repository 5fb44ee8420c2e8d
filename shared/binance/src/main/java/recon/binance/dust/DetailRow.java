package recon.binance.dust;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One asset that was converted. */
record DetailRow(
        @Nullable Long transId,
        @Nullable BigDecimal serviceChargeAmount,
        @Nullable BigDecimal amount,
        @Nullable Long operateTime,
        @Nullable BigDecimal transferedAmount,
        @Nullable String fromAsset,
        @Nullable String targetAsset) {}
