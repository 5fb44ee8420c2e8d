package recon.binance.klines;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One candle: an array, of which the first seven places are read. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"openTime", "open", "high", "low", "close", "baseVolume", "closeTime"})
record KlineRow(
        @Nullable Long openTime,
        @Nullable BigDecimal open,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable BigDecimal close,
        @Nullable BigDecimal baseVolume,
        @Nullable Long closeTime) {}
