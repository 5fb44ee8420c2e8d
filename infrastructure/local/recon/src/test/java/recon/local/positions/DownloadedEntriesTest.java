package recon.local.positions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.futuresdownloads.DownloadKind;
import recon.simulator.SimulatedAccount;
import recon.simulator.futures.PositionFlag;
import recon.simulator.futures.PositionTruth;
import recon.storage.event.FuturesRequest;

/** Positions that are older than the exchange's lists go, from the files that it makes of them, against its own truth. */
@Execution(ExecutionMode.CONCURRENT)
class DownloadedEntriesTest {
    private static final Duration LATER = Duration.ofDays(98);
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final Duration LISTED = Duration.ofDays(90);

    @TempDir
    private Path folder;

    /** Worlds whose files differ in packing, titles and order of columns. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7})
    void whatOnlyFilesHave_isEntriesAsWell(long seed) throws IOException {
        try (FuturesAnswers exchange = FuturesAnswers.of(seed, folder.resolve("exchange"));
                Books books = new Books(exchange.now().plus(LATER).plus(Duration.ofHours(6)), exchange.switches())) {
            SimulatedAccount account = exchange.accounts().getFirst();
            // Some contracts are not listed any more when everything is asked for.
            JsonNode contracts = exchange.contracts();
            books.list(contracts);
            exchange.pass(LATER);
            Instant first = exchange.now().minus(LISTED);
            List<String> symbols = new ArrayList<>();
            contracts
                    .get("symbols")
                    .forEach(one -> symbols.add(one.get("symbol").asText()));
            lists(exchange, account, symbols, books, first.plusSeconds(3_000));
            books.collected("collect-futures-1", account.uid());
            List<PositionTruth> positions = known(exchange, account);
            assertThat(ids(books, positions))
                    .as("what the lists have")
                    .containsAll(
                            closed(positions, position -> position.opened().isAfter(first.plus(Duration.ofHours(1)))))
                    .doesNotContainAnyElementsOf(
                            closed(positions, position -> position.opened().isBefore(first)));
            assertThat(closed(positions, position -> position.opened().isBefore(first)))
                    .hasSizeGreaterThan(3);

            Instant now = exchange.now();
            for (DownloadKind kind : DownloadKind.values()) {
                books.file(kind, account.uid(), exchange.begin(), now, exchange.file(account, kind));
            }
            books.collected(FuturesRequest.FULL + "1", account.uid());

            assertThat(entries(books, positions))
                    .extracting(ExchangePositionsTest::entry)
                    .containsExactlyInAnyOrderElementsOf(positions.stream()
                            .filter(position -> position.closed().isPresent())
                            .map(ExchangePositionsTest::expected)
                            .toList());
            assertThat(books.file("position-findings.csv")).doesNotContain("conflicting_rows", "unusable");
        }
    }

    /** A minute goes by for each contract, since there is a limit to what may be asked in one; what came meanwhile is asked at last. */
    private static void lists(
            FuturesAnswers exchange, SimulatedAccount account, List<String> symbols, Books books, Instant since) {
        for (String symbol : symbols) {
            exchange.pass(MINUTE);
            list(exchange, account, symbol, books, since);
        }
        exchange.pass(MINUTE);
        books.answer("futures-positions", account.uid(), "/fapi/v3/positionRisk", exchange.held(account));
        Instant yesterday = exchange.now().minus(Duration.ofDays(1));
        symbols.forEach(symbol -> list(exchange, account, symbol, books, yesterday));
        books.answer(
                "futures-income",
                account.uid(),
                "/fapi/v1/income?limit=1000",
                exchange.listed(account, "income", Optional.empty(), since));
    }

    private static void list(
            FuturesAnswers exchange, SimulatedAccount account, String symbol, Books books, Instant since) {
        Map.of("futures-trades", "userTrades", "futures-orders", "allOrders")
                .forEach((source, endpoint) -> books.answer(
                        source,
                        account.uid(),
                        "/fapi/v1/" + endpoint + "?symbol=" + symbol,
                        exchange.listed(account, endpoint, Optional.of(symbol), since)));
    }

    /** Those of contracts that nothing was held of before all rows. */
    private static List<PositionTruth> known(FuturesAnswers exchange, SimulatedAccount account) {
        List<PositionTruth> positions = exchange.positions(account);
        Set<String> unclear = positions.stream()
                .filter(position -> position.flags().contains(PositionFlag.INHERITED))
                .map(PositionTruth::symbol)
                .collect(Collectors.toSet());
        return positions.stream()
                .filter(position -> !unclear.contains(position.symbol()))
                .toList();
    }

    private interface Which {
        boolean is(PositionTruth position);
    }

    private static List<String> closed(List<PositionTruth> positions, Which which) {
        return positions.stream()
                .filter(position -> position.closed().isPresent() && which.is(position))
                .map(position -> ExchangePositionsTest.expected(position).getFirst())
                .toList();
    }

    private static List<String> ids(Books books, List<PositionTruth> of) throws IOException {
        return entries(books, of).stream()
                .map(row -> row.get("binance_trade_id"))
                .toList();
    }

    private static List<CSVRecord> entries(Books books, List<PositionTruth> of) throws IOException {
        Set<String> symbols = of.stream().map(PositionTruth::symbol).collect(Collectors.toSet());
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(books.file("positions.csv")))
                .stream()
                .filter(row -> symbols.contains(row.get("pair")))
                .toList();
    }
}
