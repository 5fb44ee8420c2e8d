package recon.binance.borrowrepay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Something borrowed or paid back. */
record LoanRow(
        @JsonProperty("isolatedSymbol") @Nullable String olatedSymbol,
        @Nullable BigDecimal amount,
        @Nullable String asset,
        @Nullable BigDecimal interest,
        @Nullable BigDecimal principal,
        @Nullable String status,
        @Nullable Long timestamp,
        @Nullable Long txId) {}
