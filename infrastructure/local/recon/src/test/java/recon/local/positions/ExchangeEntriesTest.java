package recon.local.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recon.simulator.SimulatedAccount;
import recon.simulator.futures.PositionFlag;
import recon.simulator.futures.PositionTruth;
import recon.storage.event.FuturesRequest;

/**
 * What the exchange answers of contracts, archived, aggregated and kept as entries, against what it knows itself. However
 * the answers are cut, in whichever order they come, and whatever was made of the half of them before: in the end the
 * entries are the same.
 */
class ExchangeEntriesTest {
    private static final Instant COLLECTED = Instant.parse("2026-01-03T12:00:00Z");
    private static final int COLLECTIONS = 3;
    private static final Map<String, String> ENDPOINTS = Map.of(
            "futures-trades", "userTrades",
            "futures-orders", "allOrders",
            "futures-algo-orders", "allAlgoOrders",
            "futures-force-orders", "forceOrders",
            "futures-income", "income");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("recon.seeds", 4));
    }

    private record Answer(String source, String symbol, List<JsonNode> rows) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void entriesAreTheExchanges_howeverAnswersAreCut_andInWhicheverOrderTheyCome(long seed) throws IOException {
        try (FuturesAnswers exchange = FuturesAnswers.of(seed, folder.resolve("exchange"))) {
            SimulatedAccount account = exchange.accounts().stream()
                    .max(Comparator.comparingLong(one -> closed(exchange, one)))
                    .orElseThrow();
            // In a few worlds nobody closes anything within these days.
            assumeThat(closed(exchange, account)).isPositive();
            Path file = folder.resolve("dump.json");
            exchange.write(account, file);
            JsonNode dump = new ObjectMapper().readTree(file.toFile());
            try (Books whole = new Books(COLLECTED, exchange.switches());
                    Books cut = new Books(COLLECTED, exchange.switches())) {
                whole.list(dump.get("exchangeInfo"));
                captures(whole, account.uid(), dump);
                answers(dump).forEach(answer -> archive(whole, account.uid(), answer));
                whole.collected(FuturesRequest.FULL + "1", account.uid());

                cut.list(dump.get("exchangeInfo"));
                inPieces(cut, account.uid(), dump, new Random(seed));

                assertThat(whole.facts(account.uid())).isEqualTo(cut.facts(account.uid()));
                cut.collected(FuturesRequest.FULL + "2", account.uid());
                assertThat(cut.facts(account.uid()))
                        .as("and from the beginning")
                        .isEqualTo(whole.facts(account.uid()));
                assertThat(cut.lastTold().orElseThrow().detailJson())
                        .contains("\"changed\":0")
                        .contains("\"created\":0")
                        .contains("\"deleted\":0")
                        .contains("\"notConserved\":0");
                assertTrue(exchange.positions(account), rows(whole.file("positions.csv")));
                assertThat(rows(whole.file("position-totals.csv")))
                        .filteredOn(row -> row.get("metric").equals("fees"))
                        .as("however a fill signs its fee")
                        .isNotEmpty()
                        .allMatch(row -> row.get("verdict").equals("agrees"));
                assertThat(rows(whole.file("positions.csv")))
                        .hasSameSizeAs(whole.entries(account.uid()).entries());
            }
        }
    }

    private static long closed(FuturesAnswers exchange, SimulatedAccount account) {
        return exchange.positions(account).stream()
                .filter(position -> position.closed().isPresent())
                .count();
    }

    private static void assertTrue(List<PositionTruth> positions, List<CSVRecord> entries) {
        Set<String> unclear = positions.stream()
                .filter(position -> position.flags().contains(PositionFlag.INHERITED))
                .map(PositionTruth::symbol)
                .collect(Collectors.toSet());
        assertThat(entries.stream().filter(row -> !unclear.contains(row.get("pair"))))
                .extracting(ExchangePositionsTest::entry)
                .containsExactlyInAnyOrderElementsOf(positions.stream()
                        .filter(position -> !unclear.contains(position.symbol()))
                        .filter(position -> position.closed().isPresent())
                        .map(ExchangePositionsTest::expected)
                        .toList());
    }

    /** Rows of every kind torn into answers, thrown together, some twice, and aggregated in between. */
    private static void inPieces(Books cut, String account, JsonNode dump, Random random) {
        List<Answer> pieces = new ArrayList<>();
        for (Answer answer : answers(dump)) {
            List<JsonNode> left = new ArrayList<>(answer.rows());
            Collections.shuffle(left, random);
            while (!left.isEmpty()) {
                List<JsonNode> some = left.subList(0, Math.min(left.size(), 1 + random.nextInt(40)));
                pieces.add(new Answer(answer.source(), answer.symbol(), List.copyOf(some)));
                if (random.nextInt(4) == 0) {
                    pieces.add(pieces.getLast());
                }
                some.clear();
            }
        }
        Collections.shuffle(pieces, random);
        int size = pieces.size() / COLLECTIONS + 1;
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            if (collection == COLLECTIONS - 1) {
                captures(cut, account, dump);
            }
            pieces.subList(Math.min(pieces.size(), collection * size), Math.min(pieces.size(), (collection + 1) * size))
                    .forEach(piece -> archive(cut, account, piece));
            if (collection == COLLECTIONS - 1) {
                // The last one asks everything once more, as far as it goes: nothing new.
                answers(dump)
                        .forEach(answer ->
                                archive(cut, account, new Answer(answer.source(), answer.symbol(), List.of())));
            }
            cut.collected("collect-futures-" + collection, account);
        }
    }

    private static void captures(Books books, String account, JsonNode dump) {
        books.answer("futures-positions", account, "/fapi/v3/positionRisk", list(dump.get("positionRisk")));
    }

    private static void archive(Books books, String account, Answer answer) {
        books.answer(
                answer.source(),
                answer.source().equals("funding-rates") ? "exchange" : account,
                "/fapi/v1/rows?symbol=" + answer.symbol() + "&limit=1000",
                answer.rows());
    }

    private static List<Answer> answers(JsonNode dump) {
        List<Answer> answers = new ArrayList<>();
        ENDPOINTS.forEach((source, endpoint) -> answers.addAll(bySymbol(source, dump.get(endpoint))));
        answers.addAll(bySymbol("funding-rates", dump.get("fundingRate")));
        return answers;
    }

    private static List<Answer> bySymbol(String source, JsonNode rows) {
        Map<String, List<JsonNode>> bySymbol = new LinkedHashMap<>();
        rows.forEach(row -> bySymbol.computeIfAbsent(row.path("symbol").asText(), _ -> new ArrayList<>())
                .add(row));
        return bySymbol.entrySet().stream()
                .map(entry -> new Answer(source, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<JsonNode> list(JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }

    private static List<CSVRecord> rows(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
