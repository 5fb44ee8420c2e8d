package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessTest {
    private static final String ACCOUNT = "/api/v3/account";
    private static final int LONGEST_LATENCY_MS = 120;

    @TempDir
    private Path folder;

    private Exchange exchange;

    @BeforeEach
    void open() {
        exchange = Exchange.ordinary(folder);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void refusesARequest_withoutAKeyOrWithAnUnknownOne() {
        HttpResponse<String> without = exchange.send("", ACCOUNT, "timestamp=1&signature=00");
        HttpResponse<String> unknown = exchange.send("nobody", ACCOUNT, "timestamp=1&signature=00");

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(Exchange.code(without)).isEqualTo(-2014);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(Exchange.code(unknown)).isEqualTo(-2015);
    }

    @Test
    void refusesARequest_whoseQueryWasChangedAfterSigning() {
        String query = "timestamp=" + now();
        String signature = Exchange.hmac(exchange.main().apiSecret(), query);

        HttpResponse<String> changed = exchange.send(
                exchange.main().apiKey(), ACCOUNT, query + "&omitZeroBalances=true&signature=" + signature);

        assertThat(changed.statusCode()).isEqualTo(400);
        assertThat(Exchange.code(changed)).isEqualTo(-1022);
    }

    @Test
    void takesTheEncodedForm_asWhatWasSigned() {
        SimulatedAccount main = exchange.main();
        String encoded = "symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT&timestamp=" + now();
        String decoded = "symbol=币安人生USDT&timestamp=" + now();

        HttpResponse<String> right = exchange.send(
                main.apiKey(), "/api/v3/myTrades", encoded + "&signature=" + Exchange.hmac(main.apiSecret(), encoded));
        HttpResponse<String> wrong = exchange.send(
                main.apiKey(), "/api/v3/myTrades", encoded + "&signature=" + Exchange.hmac(main.apiSecret(), decoded));

        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(Exchange.code(wrong)).isEqualTo(-1022);
    }

    @ParameterizedTest
    @CsvSource({
        // offset of the timestamp, recvWindow, expected code (0: accepted); the request itself takes up to 60 ms
        "0, 5000, 0",
        "900, 5000, 0",
        "1200, 5000, -1021",
        "-4900, 5000, 0",
        "-5001, 5000, -1021",
        "-59900, 60000, 0",
        "-200, 100.5, -1021",
        "0, 60000.001, -1131",
        "0, five, -1130"
    })
    void judgesTheTimestamp_byTheExchangesClock(long offsetMs, String window, int code) {
        SimulatedAccount main = exchange.main();
        String query = "recvWindow=" + window + "&timestamp=" + (now() + offsetMs);

        HttpResponse<String> response =
                exchange.send(main.apiKey(), ACCOUNT, query + "&signature=" + Exchange.hmac(main.apiSecret(), query));

        assertThat(Exchange.code(response)).isEqualTo(code);
    }

    @Test
    void hasADefaultReceiveWindow_ofFiveSeconds() {
        SimulatedAccount main = exchange.main();
        String query = "timestamp=" + (now() - 5_001);

        HttpResponse<String> response =
                exchange.send(main.apiKey(), ACCOUNT, query + "&signature=" + Exchange.hmac(main.apiSecret(), query));

        assertThat(Exchange.code(response)).isEqualTo(-1021);
    }

    /** The messages of the exchange's list of error codes. */
    @ParameterizedTest
    @CsvSource({
        "2000, false, -1021, Timestamp for this request was 1000ms ahead of the server's time.",
        "-6000, false, -1021, Timestamp for this request is outside of the recvWindow.",
        "0, true, -1022, Signature for this request is not valid."
    })
    void refusesInTheDocumentedWords_whateverIsWrongWithTheStamp(
            long offsetMs, boolean forged, int code, String message) {
        SimulatedAccount main = exchange.main();
        String query = "timestamp=" + (now() + offsetMs);
        String signature = Exchange.hmac(forged ? "another secret" : main.apiSecret(), query);

        HttpResponse<String> response = exchange.send(main.apiKey(), ACCOUNT, query + "&signature=" + signature);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Exchange.code(response)).isEqualTo(code);
        assertThat(Exchange.parse(response.body()).get("msg").asText()).isEqualTo(message);
    }

    @Test
    void refusesInTheDocumentedWords_whateverIsWrongWithTheKey() {
        assertThat(exchange.send("", ACCOUNT, "timestamp=1&signature=00").body())
                .isEqualTo("{\"code\":-2014,\"msg\":\"API-key format invalid.\"}");
        assertThat(exchange.send("nobody", ACCOUNT, "timestamp=1&signature=00").body())
                .isEqualTo("{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}");
    }

    @ParameterizedTest
    @CsvSource({"'', -1102", "timestamp=, -1100", "timestamp=soon, -1100", "signature=&timestamp=1, -1101"})
    void refusesARequest_whoseSigningParametersAreNotThere(String query, int code) {
        String text = query + (query.isEmpty() ? "" : "&") + "signature=00";

        assertThat(Exchange.code(exchange.send(exchange.main().apiKey(), ACCOUNT, text)))
                .isEqualTo(code);
    }

    @Test
    void refusesAParameterItDoesNotRead_onApiOnly() {
        assertThat(Exchange.code(exchange.signed(exchange.main(), ACCOUNT, "colour=red")))
                .isEqualTo(-1104);
        assertThat(exchange.signed(exchange.main(), "/sapi/v1/capital/deposit/hisrec", "colour=red")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAnEmptyParameter_byName() {
        assertThat(Exchange.code(exchange.signed(exchange.main(), "/api/v3/myTrades", "symbol=")))
                .isEqualTo(-1105);
    }

    @Test
    void answers404_whenThePathIsUnknown() {
        assertThat(exchange.send("", "/api/v3/nothing", "").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesToRead_whenTheKeyMayNotButStillTellsTheKeysRights() {
        exchange.simulator.setRight(exchange.main().apiKey(), "enableReading", false);
        exchange.simulator.setRight(exchange.main().apiKey(), "enableWithdrawals", true);

        assertThat(Exchange.code(exchange.signed(exchange.main(), ACCOUNT, ""))).isEqualTo(-2015);
        var rights = exchange.json(exchange.main(), "/sapi/v1/account/apiRestrictions", "");
        assertThat(rights.get("enableWithdrawals").asBoolean()).isTrue();
        assertThat(rights.get("enableReading").asBoolean()).isFalse();
        assertThat(rights.get("enableSpotAndMarginTrading").asBoolean()).isFalse();
    }

    @Test
    void takesTime_onTheDriversClock() {
        Duration before = Duration.ofMillis(exchange.time.instant().toEpochMilli());
        exchange.send("", "/api/v3/time", "");
        Duration after = Duration.ofMillis(exchange.time.instant().toEpochMilli());

        assertThat(after.minus(before)).isBetween(Duration.ofMillis(20), Duration.ofMillis(LONGEST_LATENCY_MS));
    }

    @Test
    void keepsItsClock_within400MillisecondsOfTheDrivers() {
        long serverTime = Exchange.parse(exchange.send("", "/api/v3/time", "").body())
                .get("serverTime")
                .asLong();

        // Evaluated between the two halves of the latency.
        assertThat(exchange.simulator.exchangeTime().toEpochMilli() - serverTime)
                .isBetween(10L, 60L);
        assertThat(exchange.simulator.exchangeTime().toEpochMilli()
                        - exchange.time.instant().toEpochMilli())
                .isBetween(-400L, 400L);
    }

    private long now() {
        return exchange.simulator.exchangeTime().toEpochMilli();
    }
}
