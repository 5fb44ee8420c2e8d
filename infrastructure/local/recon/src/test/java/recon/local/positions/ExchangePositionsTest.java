package recon.local.positions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recon.binance.json.ExchangeJson;
import recon.local.demo.World;
import recon.simulator.SimulatedAccount;
import recon.simulator.futures.PositionFlag;
import recon.simulator.futures.PositionTruth;

/**
 * What the exchange answers of contracts, against what it knows itself of every position; {@code -Drecon.seeds} tries more
 * or fewer. Contracts of which a position was opened before all that is answered are left out: what came of that one, and
 * what shared its funding, nobody can know.
 */
@Execution(ExecutionMode.CONCURRENT)
class ExchangePositionsTest {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int SCALE = 18;
    private static final Map<PositionFlag, String> FORCED = Map.of(
            PositionFlag.LIQUIDATED, "liquidation",
            PositionFlag.DELEVERAGED, "adl",
            PositionFlag.SETTLED, "settlement");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("recon.seeds", 200));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyClosedPositionIsTheExchanges_toTheLastDigit(long seed) throws IOException {
        try (FuturesAnswers exchange = FuturesAnswers.of(seed, folder.resolve("exchange"))) {
            // An account may happen not to trade at all; that of every seed somebody does is what makes this test one.
            assertThat(exchange.accounts().stream().flatMap(account -> exchange.positions(account).stream()))
                    .isNotEmpty();
            for (SimulatedAccount account : exchange.accounts()) {
                Path dump = folder.resolve(account.uid() + ".json");
                Path out = folder.resolve(account.uid());
                exchange.write(account, dump);
                Dump read = new Dump();
                new DumpReader(
                                ExchangeJson.mapper(),
                                account.uid(),
                                World.told(exchange.switches()).commissionSign(),
                                read,
                                DumpReader.MOST_ROWS)
                        .read(dump);
                Outcome outcome = Aggregation.of(read, account.uid(), out);

                assertThat(outcome.conservation().holds()).isTrue();
                List<PositionTruth> positions = exchange.positions(account);
                Set<String> unclear = positions.stream()
                        .filter(position -> position.flags().contains(PositionFlag.INHERITED))
                        .map(PositionTruth::symbol)
                        .collect(Collectors.toSet());
                List<PositionTruth> known = positions.stream()
                        .filter(position -> !unclear.contains(position.symbol()))
                        .toList();
                assertThat(rows(out, "positions.csv", unclear))
                        .extracting(ExchangePositionsTest::entry)
                        .containsExactlyInAnyOrderElementsOf(known.stream()
                                .filter(position -> position.closed().isPresent())
                                .map(ExchangePositionsTest::expected)
                                .toList());
                assertThat(rows(out, "positions-rejected.csv", unclear)).isEmpty();
                assertThat(rows(out, "open-positions.csv", unclear).stream()
                                .filter(row -> !row.get("state").equals("PENDING")))
                        .hasSameSizeAs(known.stream()
                                .filter(position -> position.closed().isEmpty())
                                .toList());
            }
        }
    }

    static List<String> entry(CSVRecord row) {
        return List.of(
                row.get("binance_trade_id"),
                row.get("direction"),
                row.get("quantity"),
                row.get("entry_price"),
                row.get("exit_price"),
                row.get("realized_pnl"),
                row.get("commission_by_asset"),
                row.get("funding_fees"),
                row.get("insurance_clear"),
                row.get("entry_datetime"),
                row.get("exit_datetime"),
                Stream.of(row.get("flags").split("; "))
                        .filter(FORCED.values()::contains)
                        .collect(Collectors.joining("; ")));
    }

    static List<String> expected(PositionTruth position) {
        return List.of(
                String.join(
                        "_",
                        position.uid(),
                        position.symbol(),
                        position.side().name(),
                        Long.toString(position.firstFill()),
                        Long.toString(position.lastFill())),
                position.bought() ? "LONG" : "SHORT",
                plain(position.entryQuantity()),
                plain(position.entryValue().divide(position.entryQuantity(), SCALE, RoundingMode.HALF_EVEN)),
                plain(position.exitValue().divide(position.exitQuantity(), SCALE, RoundingMode.HALF_EVEN)),
                plain(position.realizedPnl()),
                new TreeMap<>(position.commission())
                        .entrySet().stream()
                                .filter(paid -> paid.getValue().signum() != 0)
                                .map(paid -> paid.getKey() + " " + plain(paid.getValue()))
                                .collect(Collectors.joining("; ")),
                plain(position.funding()),
                plain(position.insuranceClear()),
                SECONDS.format(position.opened()),
                SECONDS.format(position.closed().orElseThrow()),
                flags(position.flags()));
    }

    private static String flags(Set<PositionFlag> flags) {
        return new ArrayList<>(flags)
                .stream().sorted().map(FORCED::get).filter(flag -> flag != null).collect(Collectors.joining("; "));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** The rows of other contracts than these. */
    private static List<CSVRecord> rows(Path out, String name, Set<String> without) throws IOException {
        try (Reader text = Files.newBufferedReader(out.resolve(name))) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(text).stream()
                    .filter(row -> !without.contains(row.get("pair")))
                    .toList();
        }
    }
}
