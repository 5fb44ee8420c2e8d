package recon.binance.futuresaccount;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /fapi/v3/account}. */
record FuturesBody(
        @Nullable List<@Nullable AssetRow> assets, @Nullable List<@Nullable PositionRow> positions) {}
