package recon.binance.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.binance.budget.Charges;
import recon.binance.budget.Limits;
import recon.binance.fake.CountingBudget;
import recon.binance.fake.DrivenClock;
import recon.binance.fake.ScriptedTransport;
import recon.binance.json.ExchangeJson;
import recon.binance.request.HostFamily;
import recon.binance.request.Outcome;
import recon.binance.request.Outcome.Replied;
import recon.binance.request.Request;
import recon.binance.request.Security;

class SignedRequestTest {
    private static final Instant START = Instant.parse("2026-11-20T00:02:00Z");
    private static final Charges CHARGES = new Charges(Limits.DOCUMENTED, "e");
    private static final String SKEWED = "{\"code\":-1021,\"msg\":\"Timestamp for this request is outside\"}";
    private static final Request TRADES = Request.of(
                    HostFamily.SPOT, "/api/v3/myTrades", Security.SIGNED, CHARGES.api(20))
            .with("symbol", "測試USDT");
    private static final Request DEPOSITS =
            Request.of(HostFamily.SAPI, "/sapi/v1/capital/deposit/hisrec", Security.SIGNED, CHARGES.sapiIp("d", 1));
    private static final Request INCOME =
            Request.of(HostFamily.FAPI, "/fapi/v1/income", Security.SIGNED, CHARGES.fapi(30));

    private final DrivenClock clock = new DrivenClock(START);
    private final ScriptedTransport transport = new ScriptedTransport(clock);
    private final ExchangeClient client =
            client(transport, new Hosts(URI.create("http://spot.test"), URI.create("http://futures.test")));

    private ExchangeClient client(Transport way, Hosts hosts) {
        return new ExchangeClient(hosts, way, clock, new CountingBudget(), () -> CHARGES, ExchangeJson.mapper());
    }

    private static Optional<Credentials> key(KeyType type) {
        return Optional.of(TestKeys.credentials(type));
    }

    private int status(Request request) {
        Outcome outcome = client.ask(request, key(KeyType.ED25519));
        return ((Replied) outcome).reply().status();
    }

    private long timestampSent() {
        String query = transport.last().address().getRawQuery();
        return Long.parseLong(query.replaceAll(".*&timestamp=([0-9]+)&.*", "$1"));
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void whatIsSentIsWhatWasSigned_forEachTypeOfKey(KeyType type) throws Exception {
        client.ask(TRADES, key(type));
        String query = transport.last().address().getRawQuery();
        int end = query.lastIndexOf("&signature=");
        String payload = query.substring(0, end);
        String signature = query.substring(end + "&signature=".length());
        assertThat(payload)
                .isEqualTo("symbol=%E6%B8%AC%E8%A9%A6USDT&recvWindow=5000&timestamp="
                        + START.plusMillis(100).toEpochMilli());
        assertThat(signature).matches("([A-Za-z0-9]|%2B|%2F|%3D)+");
        assertThat(TestKeys.verified(type, payload, URLDecoder.decode(signature, StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void theSignatureCrossesTheWire_asItWasEncoded() throws IOException {
        String time = "{\"serverTime\":" + START.toEpochMilli() + "}";
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s";
        try (RawServer server = new RawServer(answer.formatted(time.length(), time), answer.formatted(2, "[]"));
                HttpTransport http = HttpTransport.open(Timeouts.STANDARD)) {
            URI host = server.address().resolve("/");
            client(http, new Hosts(host, host)).ask(TRADES, key(KeyType.RSA));
            String payload = "symbol=%E6%B8%AC%E8%A9%A6USDT&recvWindow=5000&timestamp=" + START.toEpochMilli();
            String signature = TestKeys.credentials(KeyType.RSA).signer().sign(payload);
            assertThat(signature).endsWith("==").contains("+", "/");
            assertThat(server.requests().getLast())
                    .isEqualTo("GET /api/v3/myTrades?" + payload + "&signature="
                            + signature.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D") + " HTTP/1.1");
        }
    }

    @Test
    void eachHostHasItsOwnClock_whenTheyDifferByMinutes() {
        transport.skews.put("spot.test", Duration.ofMinutes(3));
        transport.skews.put("futures.test", Duration.ofMinutes(-7));
        status(TRADES);
        long spot = timestampSent();
        status(INCOME);
        long futures = timestampSent();
        status(DEPOSITS);
        long sapi = timestampSent();
        // Each request takes 100 ms, and so does the one reading of each host's clock before it.
        assertThat(spot).isEqualTo(START.plusMillis(100).plusSeconds(180).toEpochMilli());
        assertThat(futures).isEqualTo(START.plusMillis(300).minusSeconds(420).toEpochMilli());
        assertThat(sapi).isEqualTo(START.plusMillis(400).plusSeconds(180).toEpochMilli());
        assertThat(transport.timesAsked()).isEqualTo(2);
    }

    @Test
    void oneReadingOfTheClockIsEnough_afterItsHostHasMovedIt() {
        status(TRADES);
        status(INCOME);
        transport.skew = Duration.ofMinutes(-3);
        transport.then(400, Map.of(), SKEWED);
        assertThat(status(TRADES)).isEqualTo(400);
        assertThat(transport.timesAsked()).isEqualTo(2);
        assertThat(status(INCOME)).isEqualTo(200);
        assertThat(transport.timesAsked())
                .as("the other host's clock is not in doubt")
                .isEqualTo(2);
        assertThat(status(TRADES)).isEqualTo(200);
        assertThat(timestampSent())
                .isEqualTo(clock.instant().minusMillis(100).minusSeconds(180).toEpochMilli());
        assertThat(status(DEPOSITS)).isEqualTo(200);
        assertThat(transport.timesAsked()).isEqualTo(3);
    }
}
