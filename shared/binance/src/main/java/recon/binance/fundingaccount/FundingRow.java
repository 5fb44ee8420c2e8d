package recon.binance.fundingaccount;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One asset of the funding wallet. */
record FundingRow(
        @Nullable String asset,
        @Nullable BigDecimal free,
        @Nullable BigDecimal locked) {}
