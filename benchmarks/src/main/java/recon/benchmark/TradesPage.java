package recon.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A page of {@code GET /api/v3/myTrades} as the exchange writes it, and so as it is archived. */
final class TradesPage {
    static final String SYMBOL = "BTCUSDT";
    static final String BASE = "BTC";
    static final String QUOTE = "USDT";
    static final String FEE_ASSET = "BNB";

    private static final long FIRST_ID = 4_028_457_000L;
    private static final long FIRST_TIME = 1_767_312_000_000L;

    private TradesPage() {}

    /** The bytes of a body with that many rows; the same bytes each time. */
    static byte[] body(int rows) {
        return LongStream.range(0, rows)
                .mapToObj(TradesPage::row)
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(UTF_8);
    }

    private static String row(long i) {
        BigDecimal price = BigDecimal.valueOf(6_412_345_000_000L + i * 7_310_000_000L % 90_000_000_000L, 8);
        BigDecimal quantity = BigDecimal.valueOf(1_000 + i * 7_919 % 250_000, 5).setScale(8);
        BigDecimal quote = price.multiply(quantity).setScale(8, RoundingMode.DOWN);
        BigDecimal fee = quote.movePointLeft(6).setScale(8, RoundingMode.DOWN);
        return """
                {"symbol":"%s","id":%d,"orderId":%d,"orderListId":-1,"price":"%s","qty":"%s","quoteQty":"%s",\
                "commission":"%s","commissionAsset":"%s","time":%d,"isBuyer":%b,"isMaker":%b,"isBestMatch":true}""".formatted(
                        SYMBOL,
                        FIRST_ID + i,
                        31_100_234_000L + i / 3,
                        price.toPlainString(),
                        quantity.toPlainString(),
                        quote.toPlainString(),
                        fee.toPlainString(),
                        FEE_ASSET,
                        FIRST_TIME + i * 613,
                        i % 3 != 0,
                        i % 2 == 0);
    }
}
