package recon.binance.subaccounts;

import org.jspecify.annotations.Nullable;

/** One sub-account. */
record SubAccountRow(@Nullable Long subUserId, @Nullable String email) {}
