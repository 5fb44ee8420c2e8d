package recon.binance.klines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.budget.Charge;
import recon.binance.fake.Samples;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Scope;

class MinuteKlinesTest {
    private static final Scope SCOPE = Samples.scope(Samples.SUB1, "2026-01-01T00:00:00Z", "2026-01-01T04:00:00Z");
    private static final long MINUTE = 1_767_225_600_000L;
    private static final Cursor THREE = MinuteKlines.of("BNBUSDT", MINUTE, 3);

    private final MinuteKlines source = new MinuteKlines(ExchangeJson.mapper());

    private Page read(String body) {
        return source.read(Samples.reply(source.request(THREE, SCOPE), body), "k", THREE, SCOPE);
    }

    private static String candle(long open, String close) {
        return "[" + open + ",\"1\",\"2\",\"1\",\"" + close + "\",\"10\"," + (open + 59_999)
                + ",\"0\",1,\"0\",\"0\",\"0\"]";
    }

    @Test
    void request_asksForTheMinutesThatAreNeeded_atTheLowestPrice() {
        Request request = source.request(THREE, SCOPE);
        assertThat(request.line())
                .isEqualTo("GET /fapi/v1/klines?symbol=BNBUSDT&interval=1m&startTime=1767225600000"
                        + "&endTime=1767225779999&limit=3");
        assertThat(request.charges()).extracting(Charge::weight).containsExactly(1);
    }

    /** A minute in which nobody traded has no candle. */
    @Test
    void candles_areKept_andMeanNothingForTheBooks() {
        Page page = read("[" + candle(MINUTE, "900.5") + "," + candle(MINUTE + 120_000, "901") + "]");
        assertThat(page.rows()).isEqualTo(2);
        assertThat(page.observations()).isEmpty();
        assertThat(page.next().finished()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {MINUTE - 60_000, MINUTE + 180_000, MINUTE + 1})
    void candleOfAnotherTime_refusesThePage(long open) {
        assertThatThrownBy(() -> read("[" + candle(open, "900") + "]"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("futures-minute-klines");
    }

    @Test
    void priceThatIsNotAboveZero_refusesThePage() {
        assertThatThrownBy(() -> read("[" + candle(MINUTE, "0") + "]")).isInstanceOf(MalformedReply.class);
    }
}
