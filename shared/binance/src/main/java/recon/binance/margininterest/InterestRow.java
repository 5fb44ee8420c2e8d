package recon.binance.margininterest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Interest that has accrued; the exchange spells its time this way. */
record InterestRow(
        @Nullable Long txId,
        @Nullable Long interestAccuredTime,
        @Nullable String asset,
        @Nullable BigDecimal interest) {}
