package recon.binance.accountsnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.error.ErrorClass;
import recon.binance.error.Errors;
import recon.binance.fake.Samples;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Scope;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.row.Snapshotted;

class AccountSnapshotTest {
    /** 1767311999000 is 2026-01-01T23:59:59Z, 1767225599000 the same of the day before; newest first. */
    private static final String BODY = """
            {"code":200,"msg":"","snapshotVos":[
              {"type":"spot","updateTime":1767311999000,"data":{"totalAssetOfBtc":"0.09942700","balances":[
                 {"asset":"BTC","free":"0.09905021","locked":"0.00000009"},
                 {"asset":"币安人生","free":1.10,"locked":"0"}]}},
              {"type":"spot","updateTime":1767225599000,"data":{"totalAssetOfBtc":"0","balances":[]}}]}""";

    private final AccountSnapshot source = AccountSnapshot.spot(ExchangeJson.mapper());
    private final Scope scope = Samples.scope(Samples.SUB1, "2025-12-30T00:00:00Z", "2026-01-02T00:30:00Z");
    private final Request request = source.request(Cursor.START, scope);

    private Page read(String body) {
        return source.read(Samples.reply(request, body), "k", Cursor.START, scope);
    }

    /** 1767052800000 is 2025-12-30T00:00Z, 1767311999999 the last millisecond of 2026-01-01. */
    @Test
    void theDaysThatAreOverAreAsked_onAFifthOfTheMinutesLimit() {
        assertThat(request.line())
                .isEqualTo("GET /sapi/v1/accountSnapshot?type=SPOT&startTime=1767052800000&endTime=1767311999999"
                        + "&limit=7");
        assertThat(request.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.weight()).isEqualTo(2_400);
            assertThat(charge.bucket().key()).isEqualTo("sapi:/sapi/v1/accountSnapshot:ip:egress-a");
            assertThat(charge.bucket().limit()).isEqualTo(6_000);
            assertThat(charge.header()).hasValue("x-sapi-used-ip-weight-1m");
        });
    }

    /** From 2026-01-01 to 2026-03-01 are 59 days: the last thirty of them begin on 2026-01-30, 1769731200000. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-20T00:00:00Z, 2026-03-01T00:30:00Z, 1771545600000, 9",
        "2026-01-01T00:00:00Z, 2026-03-01T00:30:00Z, 1769731200000, 30",
        "2026-02-27T11:00:00Z, 2026-03-01T00:30:00Z, 1772236800000, 7"
    })
    void noMoreThanThirtyDaysAreAsked_andNoFewerThanTheEndpointTakes(
            String from, String to, String start, String limit) {
        Request asked = source.request(Cursor.START, Samples.scope(Samples.MAIN, from, to));
        assertThat(asked.params())
                .containsEntry("startTime", start)
                .containsEntry("endTime", "1772323199999")
                .containsEntry("limit", limit);
        long span = Long.parseLong(String.valueOf(asked.params().get("endTime"))) - Long.parseLong(start);
        assertThat(span).isLessThan(Duration.ofDays(30).toMillis());
    }

    @Test
    void everyDayIsASnapshot_freeAndLockedApart() {
        Page page = read(BODY);
        assertThat(page)
                .isEqualTo(new Page(
                        List.of(
                                new Snapshotted(new BalanceSnapshot(
                                        "1002",
                                        Wallet.SPOT,
                                        Instant.parse("2026-01-01T23:59:59Z"),
                                        new RawRef("k", 0),
                                        List.of(
                                                new AssetBalance(
                                                        "BTC",
                                                        new BigDecimal("0.09905021"),
                                                        new BigDecimal("0.00000009")),
                                                new AssetBalance("币安人生", new BigDecimal("1.10"), BigDecimal.ZERO)))),
                                new Snapshotted(new BalanceSnapshot(
                                        "1002",
                                        Wallet.SPOT,
                                        Instant.parse("2025-12-31T23:59:59Z"),
                                        new RawRef("k", 1),
                                        List.of()))),
                        2,
                        Cursor.FINISHED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":200,\"msg\":\"\",\"snapshotVos\":[]}",
                "{\"code\":200,\"msg\":\"\",\"snapshotVos\":[{\"type\":\"spot\",\"updateTime\":1767225599000,"
                        + "\"data\":{\"balances\":[]}}]}"
            })
    void walkWaits_asLongAsTheLastDayIsMissing(String body) {
        Cursor next = read(body).next();
        assertThat(next.finished()).isFalse();
        assertThat(next.waits()).isTrue();
        assertThat(source.request(next, scope)).isEqualTo(request);
        assertThat(source.read(Samples.reply(request, BODY), "k", next, scope)
                        .next()
                        .finished())
                .isTrue();
    }

    /** The body's own code is judged before anything is read from it, and insisted on when it is. */
    @ParameterizedTest
    @CsvSource({"-3026, PARAMETER_ERROR", "-7002, PARAMETER_ERROR", "-1003, RATE_LIMIT", "-2015, API_KEY_INVALID"})
    void errorInsideA200_isAnErrorOfItsClass(int code, ErrorClass expected) {
        String body = "{\"code\":" + code + ",\"msg\":\"no\",\"snapshotVos\":[]}";
        assertThat(Errors.judge(Samples.reply(request, 200, Map.of(), body), ExchangeJson.mapper()))
                .hasValueSatisfying(error -> assertThat(error.errorClass()).isEqualTo(expected));
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("its own code is " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "snapshotVos", "type", "updateTime", "data", "balances", "asset", "free", "locked"})
    void anAnswerWithoutOneOfItsFields_isRefused(String field) {
        assertThatThrownBy(() -> read(BODY.replace("\"" + field + "\"", "\"x\"")))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining(field);
    }

    @Test
    void aRowOfAnotherWallet_isRefused() {
        assertThatThrownBy(() -> read(BODY.replaceFirst("\"spot\"", "\"margin\"")))
                .isInstanceOf(MalformedReply.class)
                .hasMessage("spot-snapshot: row 0 is of the type margin");
    }

    @Test
    void itIsReadAfterTheTrades_andNotBeforeTwo() {
        assertThat(source.phase()).isEqualTo(Phase.WITNESSES);
        assertThat(source.afterMidnight()).isEqualTo(Duration.ofMinutes(125));
        assertThat(source.overlap()).isEqualTo(Duration.ofDays(2));
    }

    /** The other two types name their assets in other places; what is owed is not part of the balance. */
    @Test
    void otherWallets_areReadTheirOwnWay() {
        AccountSnapshot margin = AccountSnapshot.margin(ExchangeJson.mapper());
        AccountSnapshot futures = AccountSnapshot.futures(ExchangeJson.mapper());
        assertThat(margin.request(Cursor.START, scope).params()).containsEntry("type", "MARGIN");
        assertThat(futures.request(Cursor.START, scope).params()).containsEntry("type", "FUTURES");
        String row = "{\"code\":200,\"snapshotVos\":[{\"type\":\"%s\",\"updateTime\":1767311999000,\"data\":{%s}}]}";
        String owned = "\"userAssets\":[{\"asset\":\"BTC\",\"borrowed\":\"9\",\"free\":\"1\",\"interest\":\"0.1\","
                + "\"locked\":\"0.5\"}]";
        String wallet =
                "\"assets\":[{\"asset\":\"USDT\",\"marginBalance\":\"7\",\"walletBalance\":\"1.5\"}],\"position\":[]";
        for (var read : List.of(
                margin.read(Samples.reply(request, row.formatted("margin", owned)), "k", Cursor.START, scope),
                futures.read(Samples.reply(request, row.formatted("futures", wallet)), "k", Cursor.START, scope))) {
            BalanceSnapshot snapshot = ((Snapshotted) read.observations().getFirst()).snapshot();
            assertThat(snapshot.wallet().name()).isIn("MARGIN", "FUTURES");
            assertThat(snapshot.source()).isIn("margin-snapshot", "futures-snapshot");
            assertThat(snapshot.balances().getFirst().total()).isEqualByComparingTo("1.5");
        }
        assertThatThrownBy(() ->
                        futures.read(Samples.reply(request, row.formatted("margin", owned)), "k", Cursor.START, scope))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("margin");
    }
}
