package recon.binance.convert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /sapi/v1/convert/tradeFlow}. */
record ConvertBody(
        @Nullable List<@Nullable ConvertRow> list, @Nullable Boolean moreData) {}
