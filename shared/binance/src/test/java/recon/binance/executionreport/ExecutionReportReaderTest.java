package recon.binance.executionreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.json.ExchangeJson;
import recon.ledger.order.Execution;
import recon.ledger.order.Fill;
import recon.ledger.order.Filled;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderTerms;
import recon.ledger.order.Prevention;

class ExecutionReportReaderTest {
    /** The made-up sample of the project's sheet of facts about the exchange. */
    private static final String TRADE = """
            {"e":"executionReport","E":1700000000150,"s":"ABCUSDT","c":"bot-77","S":"BUY","o":"LIMIT","f":"GTC",\
            "q":"5.0","p":"2.00","P":"0","F":"0","g":-1,"C":"","x":"TRADE","X":"FILLED","r":"NONE","i":9001,"l":"5.0",\
            "z":"5.0","L":"2.00","n":"0.0050","N":"ABC","T":1700000000149,"t":4711,"I":18002,"w":false,"m":true,"M":true,\
            "O":1699999990000,"Z":"10.0","Y":"10.0","Q":"0","W":1699999990000,"V":"EXPIRE_MAKER"}""";

    private final ExecutionReportReader reader = new ExecutionReportReader(ExchangeJson.mapper());

    @Test
    void everyFieldComesToItsPlace_whereNamesDifferInCaseAlone() {
        ExecutionReport report = read(TRADE);

        assertThat(report.eventTime()).isEqualTo(Instant.ofEpochMilli(1700000000150L));
        assertThat(report.unknown()).isEmpty();
        assertThat(report.execution())
                .isEqualTo(new Execution(
                        new OrderKey("7", "ABCUSDT", 9001),
                        18002,
                        "TRADE",
                        "FILLED",
                        Instant.ofEpochMilli(1700000000149L),
                        new OrderTerms(
                                "bot-77",
                                Optional.empty(),
                                "BUY",
                                "LIMIT",
                                "GTC",
                                d("5"),
                                d("2"),
                                d("0"),
                                d("0"),
                                d("0"),
                                Instant.ofEpochMilli(1699999990000L),
                                Optional.of(Instant.ofEpochMilli(1699999990000L))),
                        new Fill(d("5"), d("10"), d("2"), d("0.005"), "ABC", Optional.of(4711L), true),
                        new Filled(d("5"), d("10")),
                        Prevention.NONE,
                        "",
                        "",
                        Map.of("w", "false", "M", "true", "V", "EXPIRE_MAKER")));
    }

    @Test
    void copiesThatWereSentAtOtherTimes_areOneExecution() {
        assertThat(read(TRADE.replace("1700000000150", "1700000000177")).execution())
                .isEqualTo(read(TRADE).execution());
    }

    @Test
    void cancelledOrder_keepsItsOwnClientOrderId() {
        ExecutionReport report =
                read(TRADE.replace("\"TRADE\"", "\"CANCELED\"").replace("\"C\":\"\"", "\"C\":\"bot-76\""));

        assertThat(report.execution().terms().clientOrderId()).isEqualTo("bot-76");
        assertThat(report.execution().others()).containsEntry("c", "bot-77");
    }

    @Test
    void unknownWords_areKeptAndNamed() {
        ExecutionReport report = read(TRADE.replace("\"TRADE\"", "\"SETTLED_OUT\"")
                .replace("\"FILLED\"", "\"ON_HOLD\"")
                .replace("\"Q\":\"0\"", "\"Q\":\"0\",\"zZ\":{\"deep\":[1,\"x\"]},\"qq\":12.50"));

        assertThat(report.execution().kind()).isEqualTo("SETTLED_OUT");
        assertThat(report.execution().status()).isEqualTo("ON_HOLD");
        assertThat(report.execution().others())
                .containsEntry("zZ", "{\"deep\":[1,\"x\"]}")
                .containsEntry("qq", "12.50");
        assertThat(report.unknown()).containsExactlyInAnyOrder("x=SETTLED_OUT", "X=ON_HOLD", "zZ", "qq");
    }

    @Test
    void preventedMatch_isRead() {
        ExecutionReport report = read(TRADE.replace("\"TRADE\"", "\"TRADE_PREVENTION\"")
                .replace(
                        "\"Q\":\"0\"",
                        "\"Q\":\"0\",\"v\":3,\"A\":\"3.0\",\"B\":\"1.0\",\"u\":1,\"U\":37,\"Cs\":\"ABCUSDT\",\"pl\":\"1.0\","
                                + "\"pL\":\"2.10\",\"pY\":\"2.1\",\"eR\":\"NONE\",\"r\":\"WOULD_MATCH_IMMEDIATELY\""));

        assertThat(report.execution().prevention()).isEqualTo(new Prevention(d("3"), d("1"), d("2.1")));
        assertThat(report.execution().others()).containsEntry("pL", "2.10").containsEntry("U", "37");
        assertThat(report.execution().rejectReason()).isEqualTo("WOULD_MATCH_IMMEDIATELY");
        assertThat(report.unknown()).isEmpty();
    }

    @Test
    void digitsAreKept_toTheLast() {
        assertThat(read(TRADE.replace("\"Z\":\"10.0\"", "\"Z\":\"12345678901234567890.123456789012345678\""))
                        .execution()
                        .filled()
                        .quoteQuantity())
                .isEqualTo(d("12345678901234567890.123456789012345678"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E", "s", "c", "S", "o", "f", "q", "p", "x", "X", "i", "l", "z", "L", "n", "T", "I", "O", "Z", "Y", "N"
            })
    void reportThatLacksWhatEveryReportHas_isRefusedByItsName(String field) {
        assertThatThrownBy(() -> read(TRADE.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9]+),", "")))
                .isInstanceOf(MalformedReport.class)
                .hasMessageContaining("field " + field + " is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "not ours | it is not JSON",
                "[1,2] | it is no JSON object",
                "\"text\" | it is no JSON object",
                "{} | it is no execution report but has the type ''",
                "{\"e\":\"balanceUpdate\"} | it is no execution report but has the type 'balanceUpdate'",
                "{\"e\":\"executionReport\"} trailing | it is not JSON",
            })
    void whatIsNoReport_isRefusedWithTheReason(String body, String reason) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(MalformedReport.class).hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "\"Z\":\"10.0\" | \"Z\":\"1E999999999\" | Z",
                "\"Z\":\"10.0\" | \"Z\":\"123456789012345678901234567890123456789\" | Z",
                "\"Z\":\"10.0\" | \"Z\":{} | Z",
                "\"i\":9001 | \"i\":90.5 | i",
                "\"i\":9001 | \"i\":99999999999999999999 | i",
                "\"I\":18002 | \"I\":-1 | I",
                "\"S\":\"BUY\" | \"S\":[] | S",
            })
    void whatCannotBeStored_isRefusedByTheNameOfItsField(String from, String to, String field) {
        assertThatThrownBy(() -> read(TRADE.replace(from, to)))
                .isInstanceOf(MalformedReport.class)
                .hasMessageStartingWith("field " + field + " ");
    }

    @Test
    void emptyBytes_areNoReport() {
        assertThatThrownBy(() -> read("")).isInstanceOf(MalformedReport.class);
    }

    private ExecutionReport read(String event) {
        return reader.read(event.getBytes(StandardCharsets.UTF_8), "7");
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
