package recon.binance.convert;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One convert. */
record ConvertRow(
        @Nullable Long orderId,
        @Nullable String orderStatus,
        @Nullable String fromAsset,
        @Nullable BigDecimal fromAmount,
        @Nullable String toAsset,
        @Nullable BigDecimal toAmount,
        @Nullable BigDecimal ratio,
        @Nullable Long createTime) {}
