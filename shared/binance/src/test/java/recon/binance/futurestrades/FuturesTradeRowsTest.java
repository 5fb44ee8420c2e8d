package recon.binance.futurestrades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.binance.json.ExchangeJson;
import recon.binance.source.MalformedReply;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionSide;

class FuturesTradeRowsTest {
    private static final String ROW = """
            {"symbol":"BNBUSDT","id":647617537,"orderId":37835851483,"side":"BUY","price":"404.10","qty":"0.66",
             "realizedPnl":"0","quoteQty":"266.64","commission":"0.053328","commissionAsset":"USDT",
             "time":1646150860713,"positionSide":"BOTH","maker":true,"buyer":true,"pair":"BNBUSDT",
             "marginAsset":"USDT","new":{"unknown":[1]}}""";

    /** What came of each row of an array: a fill, or the message of a refusal. */
    private static List<Object> read(String array, CommissionSign sign) throws IOException {
        ObjectMapper json = ExchangeJson.mapper();
        FuturesTradeRows rows = new FuturesTradeRows(json, sign);
        List<Object> read = new ArrayList<>();
        try (JsonParser parser = json.createParser(array)) {
            parser.nextToken();
            for (int row = 0; parser.nextToken() != JsonToken.END_ARRAY; row++) {
                try {
                    read.add(rows.read(parser, row, "7"));
                } catch (MalformedReply e) {
                    read.add(e.getMessage());
                }
            }
        }
        return read;
    }

    @Test
    void everyDigitIsKept_andUnknownFieldsDoNotMatter() throws IOException {
        assertThat(read("[" + ROW + "]", CommissionSign.PAID_IS_POSITIVE))
                .containsExactly(new FuturesFill(
                        "7",
                        "BNBUSDT",
                        647_617_537,
                        37_835_851_483L,
                        PositionSide.BOTH,
                        true,
                        true,
                        new BigDecimal("404.10"),
                        new BigDecimal("0.66"),
                        new BigDecimal("0"),
                        new BigDecimal("0.053328"),
                        "USDT",
                        "USDT",
                        1_646_150_860_713L));
    }

    @Test
    void theSignOfAFeeIsASetting() throws IOException {
        assertThat(read("[" + ROW + "]", CommissionSign.PAID_IS_NEGATIVE))
                .extracting(fill -> ((FuturesFill) fill).commission())
                .containsExactly(new BigDecimal("-0.053328"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":647617537, | | futures-trades: row 1 has no id",
                "\"BNBUSDT\",\"id\" | \"\",\"id\" | futures-trades: row 1 has an empty symbol",
                "\"BUY\" | \"HOLD\" | futures-trades: row 1 has an unknown side",
                "\"BOTH\" | \"NONE\" | futures-trades: row 1 has an unknown positionSide",
                "1646150860713 | 1646150860 | futures-trades: row 1 has a time that is no time in milliseconds",
                "\"0.66\" | {\"deep\":[1,{}]} | futures-trades: row 1 cannot be read at"
            })
    void aRowThatCannotBeUsedIsRefused_andTheNextOneIsRead(String part, String instead, String message)
            throws IOException {
        String broken = ROW.replace(part, instead == null ? "" : instead);
        assertThat(broken).isNotEqualTo(ROW);

        List<Object> read = read("[" + ROW + "," + broken + ",[3]," + ROW + "]", CommissionSign.PAID_IS_POSITIVE);

        assertThat(read).hasSize(4);
        assertThat(read.get(1)).asString().startsWith(message);
        assertThat(read.get(2)).isEqualTo("futures-trades: row 2 is no object");
        assertThat(read.get(3)).isEqualTo(read.get(0));
    }

    @Test
    void aFileThatEndsInsideARowIsNoRow() {
        assertThatThrownBy(() -> read("[" + ROW.substring(0, 60), CommissionSign.PAID_IS_POSITIVE))
                .isInstanceOf(IOException.class);
    }
}
