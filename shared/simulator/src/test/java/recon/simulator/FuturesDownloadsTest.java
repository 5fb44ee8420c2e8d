package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import recon.simulator.FuturesSwitches.Packing;
import recon.simulator.futures.PositionFlag;

/** Histories as files. */
final class FuturesDownloadsTest {
    private static final String TRADE = "/fapi/v1/trade/asyn";
    private static final long DAY_MS = 86_400_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Packing.class)
    void haveEveryFill_andThoseOfAYearAgo_howeverTheyArePacked(Packing packing) throws Exception {
        long seed = 0;
        while (FuturesSwitches.drawnBy(seed).packing() != packing || !inherits(seed)) {
            seed++;
        }
        try (Exchange exchange =
                new Exchange(settings(seed), folder, Exchange.day(1).plusSeconds(60))) {
            boolean titled = exchange.simulator.switches().futures().titledColumns();
            SimulatedAccount account = exchange.sub(1);
            Instant asked = exchange.simulator.exchangeTime();
            List<List<String>> trades = table(exchange, TRADE, account);
            Instant later = exchange.simulator.exchangeTime();
            List<List<String>> income = table(exchange, "/fapi/v1/income/asyn", account);
            Truth truth = exchange.simulator.truth();

            assertThat(column(trades, titled ? "Trade ID" : "id"))
                    .containsExactlyElementsOf(
                            truth.contractFills(account.uid(), asked.minusMillis(366 * DAY_MS), asked).stream()
                                    .map(row -> Long.toString(row.id()))
                                    .toList());
            assertThat(truth.contractFills(account.uid(), asked.minusMillis(366 * DAY_MS), Exchange.day(-90)))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(Contracts.fills(exchange, account, 1_000))
                            .as("the list has forgotten it")
                            .doesNotContain(Contracts.fill(row)));
            assertThat(column(income, titled ? "Transaction ID" : "tranId"))
                    .hasSize(truth.rows("income", account.uid(), Exchange.day(-200), later));
            assertThat(column(trades, titled ? "Time(UTC)" : "time").getFirst())
                    .matches(titled ? "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}" : "\\d{13}");
        }
    }

    @Test
    void areReadyAfterAWhile_andGoneAfterAWeek() throws Exception {
        try (Exchange exchange = new Exchange(settings(7), folder, Exchange.day(1))) {
            String id = start(exchange, TRADE, exchange.main());
            JsonNode before = state(exchange, TRADE, exchange.main(), id);
            exchange.jumpTo(exchange.simulator.exchangeTime().plusSeconds(600));
            JsonNode after = state(exchange, TRADE, exchange.main(), id);
            HttpResponse<byte[]> file = get(after.get("url").asText());
            exchange.jumpTo(exchange.simulator.exchangeTime().plusMillis(7 * DAY_MS));
            JsonNode later = state(exchange, TRADE, exchange.main(), id);

            assertThat(before.get("status").asText()).isEqualTo("processing");
            assertThat(before.get("url").asText()).isEmpty();
            assertThat(before.get("expirationTimestamp").asLong()).isEqualTo(-1);
            assertThat(after.get("status").asText()).isEqualTo("completed");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(later.get("isExpired").asBoolean()).isTrue();
            assertThat(get(after.get("url").asText()).statusCode()).isEqualTo(403);
            assertThat(Exchange.code(exchange.signed(exchange.sub(1), TRADE + "/id", "downloadId=" + id)))
                    .as("another account's")
                    .isEqualTo(-1130);
        }
    }

    @Test
    void areTwoAMinute_forTheirWeight_andAThirdCostsNoneOfTheMonth() {
        try (Exchange exchange =
                new Exchange(settings(7), folder, Exchange.day(1).plusSeconds(5))) {
            start(exchange, TRADE, exchange.main());
            start(exchange, TRADE, exchange.main());
            assertThat(exchange.signed(exchange.main(), TRADE, year(exchange)).statusCode())
                    .isEqualTo(429);
            for (int i = 2; i < 5; i++) {
                exchange.jumpTo(exchange.simulator.exchangeTime().plusSeconds(60));
                start(exchange, TRADE, exchange.main());
            }
            exchange.jumpTo(exchange.simulator.exchangeTime().plusSeconds(60));
            assertThat(Exchange.code(exchange.signed(exchange.main(), TRADE, year(exchange))))
                    .isEqualTo(-1003);
        }
    }

    @Test
    void arriveAsTheyAre_whereAnAnswerOfJsonWouldBeSpoiled() throws Exception {
        try (Exchange exchange = new Exchange(settings(7), folder, Exchange.day(1))) {
            String id = start(exchange, TRADE, exchange.main());
            exchange.jumpTo(exchange.simulator.exchangeTime().plusSeconds(600));
            String url = state(exchange, TRADE, exchange.main(), id).get("url").asText();
            byte[] whole = get(url).body();
            exchange.simulator.faults().next(Fault.UNKNOWN_FIELD, "/futures-history", 1);

            assertThat(get(url).body()).isEqualTo(whole);
            exchange.simulator.faults().distort(Distortion.NO_ID, "/futures-history", 1);
            assertThat(get(url).body()).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @CsvSource({"trade, 5", "income, 5", "order, 10"})
    void areFewAMonth_andStayCountedOverARestart(String kind, int quota) {
        String path = "/fapi/v1/" + kind + "/asyn";
        Instant stopped;
        Set<String> ids = new TreeSet<>();
        try (Exchange first = new Exchange(settings(7), folder, Exchange.day(1))) {
            for (int i = 1; i < quota; i++) {
                ids.add(start(first, path, first.main()));
                first.jumpTo(first.simulator.exchangeTime().plusSeconds(60));
            }
            stopped = first.time.instant();
        }
        try (Exchange second = new Exchange(settings(7), folder, stopped)) {
            ids.forEach(id -> assertThat(state(second, path, second.main(), id)
                            .get("downloadId")
                            .asText())
                    .isEqualTo(id));
            second.jumpTo(second.simulator.exchangeTime().plusSeconds(60));
            ids.add(start(second, path, second.main()));
            assertThat(ids).hasSize(quota);
            second.jumpTo(second.simulator.exchangeTime().plusSeconds(60));
            assertThat(Exchange.code(second.signed(second.main(), path, year(second))))
                    .isEqualTo(-1003);
            assertThat(second.signed(second.sub(1), path, year(second)).statusCode())
                    .as("each account has its own")
                    .isEqualTo(200);
            second.jumpTo(Exchange.FIRST_DAY
                    .plusMonths(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minusMillis(DAY_MS));
            second.jumpTo(second.simulator.exchangeTime().plusMillis(2 * DAY_MS));
            assertThat(second.signed(second.main(), path, year(second)).statusCode())
                    .as("another month")
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "startTime=5, -1102",
        "endTime=5, -1102",
        "startTime=5&endTime=4, -1130",
        "startTime=0&endTime=31622400001, -1127"
    })
    void areRefused_forAWrongRange(String query, int code) {
        try (Exchange exchange = new Exchange(settings(7), folder, Exchange.day(1))) {
            HttpResponse<String> reply = exchange.signed(exchange.main(), TRADE, query);
            assertThat(Exchange.code(reply)).isEqualTo(code);
            assertThat(reply.headers().firstValue("X-MBX-USED-WEIGHT-1M")).hasValue("1000");
        }
    }

    private static List<List<String>> table(Exchange exchange, String path, SimulatedAccount account)
            throws IOException, InterruptedException {
        String id = start(exchange, path, account);
        exchange.jumpTo(exchange.simulator.exchangeTime().plusSeconds(600));
        String url = state(exchange, path, account, id).get("url").asText();
        return text(get(url).body())
                .lines()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
    }

    private static List<String> column(List<List<String>> table, String name) {
        int place = table.getFirst().indexOf(name);
        return table.subList(1, table.size()).stream()
                .map(row -> row.get(place))
                .toList();
    }

    private static String text(byte[] body) throws IOException {
        if (body[0] == 0x1f) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        if (body[0] == 'P' && body[1] == 'K') {
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(body))) {
                in.getNextEntry();
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String start(Exchange exchange, String path, SimulatedAccount account) {
        return exchange.json(account, path, year(exchange)).get("downloadId").asText();
    }

    private static JsonNode state(Exchange exchange, String path, SimulatedAccount account, String id) {
        return exchange.json(account, path + "/id", "downloadId=" + id);
    }

    private static String year(Exchange exchange) {
        long now = exchange.simulator.exchangeTime().toEpochMilli();
        return "startTime=" + (now - 365 * DAY_MS) + "&endTime=" + now;
    }

    /** Whether the first sub-account has a position that is older than the world. */
    private boolean inherits(long seed) {
        try (Exchange exchange = new Exchange(
                settings(seed), folder.resolve("seed " + seed), Exchange.day(-3).plusSeconds(1))) {
            return exchange
                    .simulator
                    .truth()
                    .positions(exchange.sub(1).uid(), Exchange.day(-3).plusSeconds(1))
                    .stream()
                    .anyMatch(life -> life.flags().contains(PositionFlag.INHERITED));
        }
    }

    private static SimulatorSettings settings(long seed) {
        return Exchange.settings(seed).withTradesPerDay(5).withActivities(Set.of(Activity.FUTURES));
    }
}
