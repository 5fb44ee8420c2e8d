package recon.binance.dividends;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One distribution. */
record DividendRow(
        @Nullable Long id,
        @Nullable BigDecimal amount,
        @Nullable String asset,
        @Nullable Long divTime,
        @Nullable String enInfo,
        @Nullable Integer direction) {}
