package recon.binance.spotaccount;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /api/v3/account}. */
record AccountBody(
        @Nullable Long uid,
        @Nullable Long updateTime,
        @Nullable Long tradeGroupId,
        @Nullable List<@Nullable BalanceRow> balances) {}
