package recon.binance.borrowrepay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/margin/borrow-repay}. */
record LoanBody(@Nullable Long total, @Nullable List<@Nullable LoanRow> rows) {}
