package recon.binance.klines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.UnknownSymbol;
import recon.ledger.RawRef;
import recon.ledger.row.Observation;
import recon.ledger.row.Priced;
import recon.ledger.valuation.ClosePrice;

/** The samples were received on 2026-11-20 at 00:02: the nineteenth, 1795046400000, is the last day that is over. */
class KlinesTest {
    private static final Cursor BTC = Cursor.START.with("symbol", "BTCUSDT");
    private static final String ROW = """
            [1795046400000,"96010.10","97000.00","95000.5","96500.12000001","12.5",1795132799999,"1206250.0",
             308,"6.1","588650.0","0"]""";

    private final Klines source = new Klines(ExchangeJson.mapper());
    private final Scope day = Samples.scope(Samples.MAIN, "2026-11-19T00:00:00Z", "2026-11-19T23:59:59.999Z");
    private final Request request = source.request(BTC, day);

    private Page read(String body, Scope scope) {
        return source.read(Samples.reply(request, body), "k", BTC, scope);
    }

    private static Observation priced(String date, Optional<String> close, int row) {
        return new Priced(new ClosePrice(
                LocalDate.parse(date), "BTCUSDT", "BTC", "USDT", close.map(BigDecimal::new), new RawRef("k", row)));
    }

    @Test
    void aDayIsAsked_forTwo() {
        assertThat(request.line())
                .isEqualTo("GET /api/v3/klines?symbol=BTCUSDT&interval=1d&startTime=1795046400000"
                        + "&endTime=1795132799999&limit=1");
        assertThat(request.charges().getFirst().weight()).isEqualTo(2);
        assertThat(request.charges().getFirst().bucket().key()).isEqualTo("api:ip:egress-a");
    }

    @Test
    void theCloseIsThePrice_toItsLastDigit() {
        assertThat(read("[" + ROW + "]", day))
                .isEqualTo(
                        new Page(List.of(priced("2026-11-19", Optional.of("96500.12000001"), 0)), 1, Cursor.FINISHED));
    }

    @Test
    void aDayWithoutCandle_isADayWithoutPrice() {
        assertThat(read("[]", day).observations()).containsExactly(priced("2026-11-19", Optional.empty(), 0));
    }

    /** The twentieth has a candle already, but it is not over. */
    @Test
    void theRunningDay_isNotPriced() {
        Scope more = Samples.scope(Samples.MAIN, "2026-11-18T00:00:00Z", "2026-11-20T23:59:59.999Z");
        String running = ROW.replace("1795046400000", "1795132800000").replace("1795132799999", "1795219199999");

        assertThat(read("[" + ROW + "," + running + "]", more).observations())
                .containsExactly(
                        priced("2026-11-18", Optional.empty(), 0),
                        priced("2026-11-19", Optional.of("96500.12000001"), 0));
    }

    /** Two and a half thousand days are three requests of at most a thousand. */
    @Test
    void aLongWindow_isWalkedAThousandDaysAtATime() {
        Scope years = Samples.scope(Samples.MAIN, "2020-01-17T00:00:00Z", "2026-11-19T23:59:59.999Z");
        Walk walk = Walk.through(source, years, BTC, asked -> "[]");

        assertThat(walk.requests())
                .extracting(asked -> asked.params().get("limit"))
                .containsExactly("1000", "1000", "499");
        assertThat(walk.observations()).hasSize(2_499);
        assertThat(walk.requests().stream().skip(1))
                .as("each window begins where the one before ended")
                .extracting(asked -> time(asked, "startTime"))
                .containsExactlyElementsOf(walk.requests().stream()
                        .limit(2)
                        .map(asked -> time(asked, "endTime") + 1)
                        .toList());
    }

    @Test
    void noMoreDaysAreAskedThanAPageMayHave() {
        Scope twoAPage = Samples.scope(
                Samples.MAIN, Instant.parse("2026-11-15T00:00:00Z"), Instant.parse("2026-11-19T23:59:59.999Z"), 2);
        Walk walk = Walk.through(source, twoAPage, BTC, asked -> "[]");

        assertThat(walk.requests())
                .extracting(asked -> asked.params().get("limit"))
                .containsExactly("2", "2", "1");
        assertThat(walk.observations()).hasSize(5);
    }

    private static long time(Request asked, String name) {
        return Long.parseLong(String.valueOf(asked.params().get(name)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1} | cannot be read",
                "[[1795046400000,\"1\",\"1\",\"1\"]] | row 0 has no closeTime",
                "[[1795046400000,\"1\",\"1\",\"1\",null,\"1\",1795132799999]] | row 0 has no close",
                "[[1795046400000,\"1\",\"1\",\"1\",\"0\",\"1\",1795132799999]] | row 0 has a close that is not above",
                "[[1795046400000,\"1\",\"1\",\"1\",\"-2\",\"1\",1795132799999]] | row 0 has a close that is not above",
                "[[1795046400001,\"1\",\"1\",\"1\",\"1\",\"1\",1795132800000]] | row 0 is no UTC day",
                "[[1795046400000,\"1\",\"1\",\"1\",\"1\",\"1\",1795046459999]] | row 0 is no UTC day",
                "[null] | a row is null"
            })
    void aPageThatCannotBeReadAsAWhole_isRefused(String body, String message) {
        assertThatThrownBy(() -> read(body, day))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining(message);
    }

    @Test
    void aSymbolThatWasNeverListed_isNotGuessed() {
        Cursor unknown = Cursor.START.with("symbol", "NOSUCH");
        assertThatThrownBy(() -> source.read(Samples.reply(request, "[]"), "k", unknown, day))
                .isInstanceOf(UnknownSymbol.class);
    }
}
