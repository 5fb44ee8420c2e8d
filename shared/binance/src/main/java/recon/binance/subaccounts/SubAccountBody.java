package recon.binance.subaccounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/sub-account/list}. */
record SubAccountBody(@Nullable List<@Nullable SubAccountRow> subAccounts) {}
