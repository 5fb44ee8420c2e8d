package recon.binance.futurestrades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recon.binance.futuresincome.FuturesIncomeRows;
import recon.binance.futuresorders.FuturesOrderRows;
import recon.binance.json.ExchangeJson;
import recon.ledger.position.Conservation;
import recon.ledger.position.IncomeRemainder;
import recon.ledger.position.Known;
import recon.ledger.position.Lifecycle;
import recon.ledger.position.PendingPosition;
import recon.ledger.position.PositionFinding;
import recon.ledger.position.PositionFold;
import recon.ledger.position.PositionSink;
import recon.ledger.position.PositionStream;
import recon.ledger.position.entry.EntryValidation;
import recon.ledger.position.entry.LeverageSetting;
import recon.ledger.position.entry.Verdict;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.position.row.FundingRates;
import recon.ledger.position.row.FuturesOrder;
import recon.ledger.position.row.PositionRows;

/** Real accounts: trades, open positions, and the wallet that the exchange reported at the end, to the last digit. */
class RecordedPositionsTest {
    private static final Path FOLDER = Optional.ofNullable(System.getenv("RECON_FIXTURES"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("recon.root", "../.."), "../shared/fixtures"))
            .resolve("usdm-futures");

    private final List<Verdict> trades = new ArrayList<>();
    private final List<Lifecycle> open = new ArrayList<>();
    private final List<String> named = new ArrayList<>();

    static List<Path> recorded() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of(FOLDER);
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void tradesAndOpenPositionsComeToTheReportedWallet(Path file) throws IOException {
        assumeThat(Files.isRegularFile(file)).as("recorded data in " + FOLDER).isTrue();

        Conservation conservation = fold(file);

        boolean leftOpen = file.toString().contains("left-open");
        assertThat(trades).hasSize(leftOpen ? 0 : 1);
        assertThat(open).hasSize(leftOpen ? 1 : 0);
        assertThat(named).isEmpty();
        assertThat(conservation.holds()).isTrue();
        JsonNode recorded = new ObjectMapper().readTree(file.toFile());
        JsonNode steps = recorded.get("walletSteps");
        JsonNode last = steps.get(steps.size() - 1);
        BigDecimal wallet = Stream.of(
                        Stream.of(before(recorded)),
                        trades.stream().map(trade -> trade.facts().pnl().orElseThrow()),
                        open.stream().map(held -> held.income().pnl().orElseThrow()),
                        conservation.assets().stream().map(Conservation.Asset::remainder))
                .flatMap(amounts -> amounts)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(wallet).isEqualByComparingTo(last.get("walletBalance").asText());
        for (JsonNode position : last.get("positions")) {
            BigDecimal held = open.stream().map(Lifecycle::size).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(held).isEqualByComparingTo(position.get("positionAmt").asText());
            open.forEach(one -> assertThat(one.entry().average().orElseThrow())
                    .isEqualByComparingTo(position.get("entryPrice").asText()));
        }
        assertThat(trades).allSatisfy(trade -> {
            assertThat(trade.errors()).isEmpty();
            assertThat(trade.warnings()).isEmpty();
        });
    }

    /** The first reported balance less what the file's first event did to it: the recording may begin with either. */
    private static BigDecimal before(JsonNode recorded) {
        JsonNode first = recorded.get("walletSteps").get(0);
        JsonNode fill = recorded.get("userTrades").get(0);
        boolean byFill = first.get("time").asLong() == fill.get("time").asLong();
        BigDecimal balance = new BigDecimal(first.get("walletBalance").asText());
        for (JsonNode row : recorded.get("income")) {
            boolean its = byFill
                    ? row.get("tradeId").asText().equals(fill.get("id").asText())
                    : row.get("time").asLong() <= first.get("time").asLong();
            balance = its ? balance.subtract(new BigDecimal(row.get("income").asText())) : balance;
        }
        return balance;
    }

    private Conservation fold(Path file) throws IOException {
        PositionRows rows = new PositionRows();
        ObjectMapper json = ExchangeJson.mapper();
        FuturesTradeRows fills = new FuturesTradeRows(json, CommissionSign.PAID_IS_POSITIVE);
        FuturesOrderRows orders = new FuturesOrderRows(json, FuturesOrder.Kind.PLAIN);
        FuturesIncomeRows income = new FuturesIncomeRows(json);
        try (JsonParser parser = json.createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    String list = String.valueOf(parser.currentName());
                    for (int row = 0; parser.nextToken() != JsonToken.END_ARRAY; row++) {
                        switch (list) {
                            case "userTrades" -> rows.fill(fills.read(parser, row, "1"));
                            case "allOrders" -> rows.order(orders.read(parser, row, "1"));
                            case "income" -> rows.income(income.read(parser, row, "1"));
                            default -> parser.skipChildren();
                        }
                    }
                }
            }
        }
        PositionFold fold = new PositionFold("1", Known.NOTHING, new Collected());
        new PositionStream(
                        rows.orders().iterator(),
                        rows.fills().iterator(),
                        rows.income(PositionStream.INCOME_ORDER).iterator(),
                        Collections.emptyIterator())
                .into(fold);
        return fold.finish();
    }

    private final class Collected implements PositionSink {
        @Override
        public void closed(Lifecycle lifecycle) {
            trades.add(new EntryValidation(FundingRates.NONE).check(lifecycle, LeverageSetting.UNKNOWN));
        }

        @Override
        public void open(Lifecycle lifecycle) {
            open.add(lifecycle);
        }

        @Override
        public void pending(PendingPosition position) {
            // An order that waits is no position; the recorded accounts leave some.
        }

        @Override
        public void remainder(IncomeRemainder row) {
            if (row.reason().suspicious()) {
                named.add(row.toString());
            }
        }

        @Override
        public void finding(PositionFinding finding) {
            named.add(finding.toString());
        }
    }
}
