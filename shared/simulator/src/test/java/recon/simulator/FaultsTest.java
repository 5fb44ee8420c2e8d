package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultsTest {
    private static final String INFO = "/api/v3/exchangeInfo";

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
    void strikesAsOftenAsScripted_andOnlyThePathsMeant() {
        exchange.simulator.faults().next(Fault.SERVER_ERROR_500, "/api/v3/exchange", 2);

        assertThat(exchange.send("", "/api/v3/time", "").statusCode()).isEqualTo(200);
        assertThat(exchange.send("", INFO, "").statusCode()).isEqualTo(500);
        assertThat(exchange.send("", INFO, "").statusCode()).isEqualTo(500);
        assertThat(exchange.send("", INFO, "").statusCode()).isEqualTo(200);
    }

    @Test
    void answersAsAFirewall_withHtmlAndWithoutCounting() {
        HttpResponse<String> response = struck(Fault.HTML_403);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).startsWith("<html>");
        assertThat(exchange.simulator.counters().buckets()).containsExactly("raw:ip");
    }

    @Test
    void answers503WithPlainText_and429WithATimeToWait() {
        assertThat(struck(Fault.UNAVAILABLE_503).statusCode()).isEqualTo(503);
        HttpResponse<String> limited = struck(Fault.TOO_MANY_REQUESTS_429);

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(Exchange.code(limited)).isEqualTo(-1003);
        assertThat(Integer.parseInt(limited.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
    }

    @Test
    void bansForReal_untilTheBanEnds() {
        HttpResponse<String> ban = struck(Fault.BANNED_418);
        long until = exchange.simulator.exchangeTime().toEpochMilli() + 120_000;

        assertThat(ban.statusCode()).isEqualTo(418);
        assertThat(ban.headers().firstValue("Retry-After")).contains("120");
        assertThat(Long.parseLong(ban.body().replaceAll("\\D*1003\\D*(\\d{13}).*", "$1")))
                .isBetween(until - 120, until);
        assertThat(exchange.send("", "/api/v3/time", "").statusCode()).isEqualTo(418);
        exchange.time.pass(Duration.ofMinutes(2));
        assertThat(exchange.send("", "/api/v3/time", "").statusCode()).isEqualTo(200);
    }

    @Test
    void cutsTheConnection_beforeTheBodyIsComplete() throws IOException {
        exchange.simulator.faults().next(Fault.TRUNCATED_BODY, INFO, 1);
        String raw = raw(INFO);
        int promised = Integer.parseInt(raw.replaceAll("(?is).*content-length: *(\\d+).*", "$1"));
        int sent = raw.substring(raw.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.UTF_8).length;

        assertThat(raw).startsWith("HTTP/1.1 200");
        assertThat(sent).isPositive().isLessThan(promised);
    }

    @Test
    void closesTheConnectionWithoutAWord_butCountsTheRequest() throws IOException {
        exchange.simulator.faults().next(Fault.NO_ANSWER, INFO, 1);

        assertThat(raw(INFO)).isEmpty();
        assertThat(exchange.simulator.counters().minutes("api:ip")).containsValue(20);
    }

    @Test
    void framesWellWhatIsNotJson_whenTheJsonIsCutOrMissing() {
        HttpResponse<String> cut = struck(Fault.CUT_JSON);
        HttpResponse<String> empty = struck(Fault.EMPTY_BODY);

        assertThat(cut.statusCode()).isEqualTo(200);
        assertThat(cut.body()).startsWith("{\"timezone\"");
        assertThatThrownBy(() -> Exchange.parse(cut.body())).hasCauseInstanceOf(IOException.class);
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
    }

    @Test
    void hidesAnErrorInA200_whenToldTo() {
        HttpResponse<String> response = struck(Fault.ERROR_IN_200);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Exchange.code(response)).isEqualTo(-1000);
    }

    @Test
    void addsWhatNobodyKnows_andChangesNothingElse() {
        JsonNode plain = exchange.json(exchange.main(), "/sapi/v1/capital/deposit/hisrec", "");
        exchange.simulator.faults().next(Fault.UNKNOWN_FIELD, "/sapi/v1/capital", 1);
        JsonNode strange = exchange.json(exchange.main(), "/sapi/v1/capital/deposit/hisrec", "");

        assertThat(strange).hasSameSizeAs(plain).allSatisfy(row -> {
            assertThat(row.has("fieldOfTomorrow")).isTrue();
            assertThat(row.get("travelRuleStatus").asInt()).isEqualTo(99);
        });
        assertThat(strange.get(0).get("amount")).isEqualTo(plain.get(0).get("amount"));
        exchange.simulator.faults().next(Fault.UNKNOWN_FIELD, INFO, 1);
        assertThat(exchange.send("", INFO, "").body()).contains("UNHEARD_OF");
    }

    @Test
    void strikesByChanceAsOftenAsTheRateSays_andTheSameRequestsEachTime() {
        FaultRates rates = FaultRates.none().with(Fault.SERVER_ERROR_500, 2_000).with(Fault.EMPTY_BODY, 1_000);
        Faults first = new Faults(5, rates);
        Faults second = new Faults(5, rates);
        int errors = 0;
        int empty = 0;
        for (long number = 1; number <= 10_000; number++) {
            var fault = first.strike(number, "/");
            assertThat(second.strike(number, "/")).isEqualTo(fault);
            errors += fault.filter(Fault.SERVER_ERROR_500::equals).isPresent() ? 1 : 0;
            empty += fault.filter(Fault.EMPTY_BODY::equals).isPresent() ? 1 : 0;
        }

        // Five standard deviations: 5 * sqrt(10,000 * 0.2 * 0.8) = 200 and 5 * sqrt(10,000 * 0.1 * 0.9) = 150.
        assertThat(errors).isBetween(1_800, 2_200);
        assertThat(empty).isBetween(850, 1_150);
    }

    private HttpResponse<String> struck(Fault fault) {
        exchange.simulator.faults().next(fault, INFO, 1);
        return exchange.send("", INFO, "");
    }

    /** Everything that comes over the wire until the connection closes. */
    private String raw(String path) throws IOException {
        URI uri = exchange.simulator.baseUri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
