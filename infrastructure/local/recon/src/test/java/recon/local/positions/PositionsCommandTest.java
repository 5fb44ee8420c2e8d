package recon.local.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import recon.binance.json.ExchangeJson;
import recon.intake.position.PositionAnswers;
import recon.intake.position.Unread;
import recon.ledger.position.row.CommissionSign;
import recon.local.Recon;

class PositionsCommandTest {
    private static final Path RECORDED = Optional.ofNullable(System.getenv("RECON_FIXTURES"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("recon.root", "../../.."), "../shared/fixtures"))
            .resolve("usdm-futures");

    private static final String FILLS = """
            {"symbol":"BNBUSDT","id":1,"orderId":11,"side":"BUY","price":"100","qty":"1","realizedPnl":"0",
             "commission":"0.04","commissionAsset":"USDT","time":1767225600000,"positionSide":"BOTH","maker":false},
            {"symbol":"BNBUSDT","id":2,"orderId":12,"side":"SELL","price":"110","qty":"1","realizedPnl":"10",
             "commission":"0.04","commissionAsset":"USDT","time":1767225660000,"positionSide":"BOTH","maker":true}""";
    private static final String INCOME = """
            {"symbol":"BNBUSDT","incomeType":"COMMISSION","income":"-0.04","asset":"USDT","time":1767225600000,
             "tranId":1,"tradeId":"1"},
            {"symbol":"BNBUSDT","incomeType":"COMMISSION","income":"-0.04","asset":"USDT","time":1767225660000,
             "tranId":2,"tradeId":"2"},
            {"symbol":"BNBUSDT","incomeType":"REALIZED_PNL","income":"10","asset":"USDT","time":1767225660000,
             "tranId":2,"tradeId":"2"}""";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int positions(Path from, String... options) {
        CommandLine command = Recon.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(Stream.concat(
                        Stream.of(
                                "positions",
                                "--from",
                                from.toString(),
                                "--out",
                                written().toString()),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private Path written() {
        return folder.resolve("out");
    }

    private Path dump(String name, String content) throws IOException {
        Path from = Files.createDirectories(folder.resolve("in"));
        Files.writeString(from.resolve(name), content);
        return from;
    }

    private static String lists(String fills, String income) {
        return "{\"userTrades\":[" + fills + "],\"allOrders\":[],\"income\":[" + income + "]}";
    }

    private List<Map<String, String>> rows(String file) throws IOException {
        try (CSVParser csv = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(written().resolve(file), StandardCharsets.UTF_8))) {
            List<Map<String, String>> rows = new ArrayList<>();
            for (CSVRecord row : csv) {
                rows.add(new LinkedHashMap<>(row.toMap()));
            }
            return rows;
        }
    }

    @Test
    void aDumpBecomesOneRow() throws IOException {
        int code = positions(dump("all.json", lists(FILLS, INCOME)));

        assertThat(code).as("%s%s", out, err).isZero();
        assertThat(rows("positions.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("pair", "BNBUSDT")
                        .containsEntry("direction", "LONG")
                        .containsEntry("entry_price", "100")
                        .containsEntry("exit_price", "110")
                        .containsEntry("quantity", "1")
                        .containsEntry("realized_pnl", "10")
                        .containsEntry("commission", "0.08")
                        .containsEntry("commission_asset", "USDT")
                        .containsEntry("funding_fees", "0")
                        .containsEntry("fees", "0.08")
                        .containsEntry("pnl", "9.92")
                        .containsEntry("entry_datetime", "2026-01-01 00:00:00")
                        .containsEntry("exit_datetime", "2026-01-01 00:01:00")
                        .containsEntry("trade_date", "2026-01-01")
                        .containsEntry("hold_time_minutes", "1")
                        .containsEntry("is_maker", "true")
                        .containsEntry("binance_trade_id", "account_BNBUSDT_BOTH_1_2")
                        .containsEntry("binance_order_id", "11")
                        .containsEntry("source", "binance")
                        .containsEntry("result", "win")
                        .containsEntry("status", "closed")
                        .containsEntry("trading_account_id", "account")
                        .containsKeys("notes", "ai_quality_score", "needs_resync"));
        assertThat(rows("open-positions.csv")).isEmpty();
        assertThat(rows("income-remainder.csv")).isEmpty();
        assertThat(rows("positions-rejected.csv")).isEmpty();
        assertThat(out.toString()).contains("1 trades, 0 open").contains("to the last digit");
    }

    @Test
    void rowsAreTheSame_howeverTheyAreCutIntoFiles() throws IOException {
        positions(dump("all.json", lists(FILLS, INCOME)));
        String whole = Files.readString(written().resolve("positions.csv"));
        Files.delete(folder.resolve("in/all.json"));
        dump("a.json", lists("", INCOME));
        dump("b.json", "{\"walletSteps\":[{\"a\":[1]}],\"userTrades\":[" + FILLS + "]}");
        int code = positions(dump("c.json", lists(FILLS, INCOME)));

        assertThat(code).isZero();
        assertThat(Files.readString(written().resolve("positions.csv"))).isEqualTo(whole);
        assertThat(out.toString()).contains("Passed over: walletSteps (1 files).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what is changed in the fills, and what it becomes | where it is named | with what evidence
                "\"qty\":\"1\",\"realizedPnl\":\"10\" | \"qty\":\"-1\",\"realizedPnl\":\"10\" | position-findings.csv |"
                        + " impossible_fill | quantity -1",
                "\"id\":2, | | position-findings.csv | unusable_row | row 1 has no id",
                "\"symbol\":\"BNBUSDT\",\"id\":2 | \"symbol\":\"\",\"id\":2 | position-findings.csv | unusable_row |"
                        + " empty symbol",
                "\"realizedPnl\":\"10\" | \"realizedPnl\":{} | position-findings.csv | unusable_row | cannot be read",
                "\"id\":2, | \"id\":9, | position-findings.csv | fill_without_income | REALIZED_PNL of 10",
                "\"id\":2, | \"id\":9, | income-remainder.csv | no_such_fill | 2",
                "\"id\":2, | \"id\":9, | positions-rejected.csv | account_BNBUSDT_BOTH_1_9 | missing income",
            })
    void aBadFillIsNamed_andTheRestGoesOn(String part, String instead, String file, String name, String evidence)
            throws IOException {
        String changed = FILLS.replace(part, instead == null ? "" : instead);
        assertThat(changed).isNotEqualTo(FILLS);

        assertThat(positions(dump("all.json", lists(changed, INCOME)))).isEqualTo(3);

        assertThat(Files.readString(written().resolve(file))).contains(name).contains(evidence);
        assertThat(out.toString()).contains("to the last digit");
    }

    @Test
    void aBadFillSaysNothingOfWhatWasHeldBeforeIt() throws IOException {
        String first = FILLS.substring(0, FILLS.indexOf("},") + 1).replace("BOTH", "LONG");
        String bad = first.replace("\"id\":1,", "\"id\":3,").replace("\"qty\":\"1\"", "\"qty\":\"-1\"");
        dump("a.json", lists(first + "," + bad, INCOME.substring(0, INCOME.indexOf("},") + 1)));
        dump("b.json", """
                {"positionRisk":[{"symbol":"BNBUSDT","positionSide":"LONG","positionAmt":"1","markPrice":"101",
                  "updateTime":1767225700000}]}""");

        assertThat(positions(folder.resolve("in"))).isEqualTo(3);

        assertThat(rows("position-findings.csv"))
                .extracting(row -> row.get("finding") + " " + row.get("reference"))
                .containsExactly("impossible_fill fill 3");
        assertThat(rows("open-positions.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("size", "1")
                        .containsEntry("entry_price", "100")
                        .containsEntry("complete", "true")
                        .containsEntry("flags", "")
                        // (101 - 100) x 1
                        .containsEntry("cal_unrealised_pnl", "1"));
    }

    @Test
    void unknownIncomeConflictsAndFilesOfAnotherShapeAreNamed() throws IOException {
        dump("a.json", lists(FILLS, INCOME));
        dump("b.json", lists(FILLS.replace("\"110\"", "\"111\""), INCOME.replace("REALIZED_PNL", "MOON_BONUS")));
        dump("c.json", "[1,2]");
        dump("d.json", "{\"hello\":1}");
        dump("e.json", "{\"income\":[{\"symbol\":");
        dump("f.json", "{\"income\":3}");
        dump("g.json", "{\"income\":[]}\n" + lists(FILLS, INCOME));
        dump("h.csv", "symbol,id\nBNBUSDT,9\n");

        assertThat(positions(folder.resolve("in"))).isEqualTo(3);

        assertThat(rows("position-findings.csv"))
                .extracting(row -> row.get("finding") + " " + row.get("reference"))
                .containsExactly(
                        "unknown_file c.json",
                        "unknown_file d.json",
                        "broken_file e.json line 1",
                        "unknown_list f.json income",
                        "broken_file g.json line 2",
                        "conflicting_rows fill 2 of order 12");
        assertThat(rows("income-remainder.csv"))
                .extracting(row -> row.get("income_type") + " " + row.get("reason"))
                .containsExactly("MOON_BONUS unknown_type");
        assertThat(rows("positions.csv")).hasSize(1);
        assertThat(out.toString()).contains("Passed over: h.csv (1 files), hello (1 files).");
    }

    /** The same rows as an exchange has them that signs a fee in a fill as in the income. */
    @Test
    void feesOfFillsAreSigned_asTheOptionSays() throws IOException {
        Path from =
                dump("all.json", lists(FILLS.replace("\"commission\":\"0.04\"", "\"commission\":\"-0.04\""), INCOME));

        assertThat(positions(from)).isEqualTo(3);
        assertThat(out.toString()).contains("the fills say -0.08, the income says 0.08 USDT");

        assertThat(positions(from, "--commission-sign", "paid_is_negative"))
                .as("%s%s", out, err)
                .isZero();
        assertThat(rows("positions.csv"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("commission", "0.08").containsEntry("pnl", "9.92"));

        assertThat(positions(dump("all.json", lists(FILLS, INCOME)), "--commission-sign", "paid_is_positive"))
                .as("the default")
                .isZero();
        assertThat(positions(from, "--commission-sign", "signed")).isEqualTo(2);
        assertThat(err.toString()).contains("--commission-sign").contains("PAID_IS_NEGATIVE");
    }

    @Test
    void listsOfTheMarketAndCapturesAreUsed() throws IOException {
        dump("a.json", lists(FILLS, INCOME));
        dump("b.json", """
                {"exchangeInfo":{"timezone":"UTC","symbols":[{"symbol":"ETHUSDT","pair":"ETHUSDT",
                  "contractType":"PERPETUAL","baseAsset":"ETH","quoteAsset":"USDT","marginAsset":"USDT",
                  "status":"TRADING"}]},
                 "positionRisk":[{"symbol":"ETHUSDT","positionSide":"BOTH","positionAmt":"-2","markPrice":"3000",
                  "updateTime":1767225700000}],
                 "fundingRate":[{"symbol":"ETHUSDT","fundingTime":1767225600000,"fundingRate":"0.0001",
                  "markPrice":"3000"}]}""");

        assertThat(positions(folder.resolve("in"))).isEqualTo(3);

        assertThat(rows("position-findings.csv"))
                .extracting(row -> row.get("finding"))
                .containsExactly("unknown_symbol", "unknown_symbol");
        assertThat(rows("open-positions.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("pair", "ETHUSDT")
                        .containsEntry("size", "-2")
                        .containsEntry("complete", "false")
                        .containsEntry("flags", "opened_outside_history")
                        .containsEntry("entry_price", ""));
    }

    @Test
    void aTextThatLooksLikeAFormulaIsNone() throws IOException {
        positions(dump("all.json", lists("", INCOME.replace("\"symbol\":\"BNBUSDT\"", "\"symbol\":\"=CMD()\""))));

        assertThat(rows("income-remainder.csv"))
                .extracting(row -> row.get("symbol"))
                .containsOnly("'=CMD()");
    }

    @Test
    void recordedAccountsComeOutRight() throws IOException {
        assumeThat(Files.isDirectory(RECORDED))
                .as("recorded data in " + RECORDED)
                .isTrue();
        Map<String, String> trades = Map.of(
                // 0.55 - 0.24262: the wallet went from 872.50624823 to 872.81362823
                "limit-round-trip-cancelled-exit.json", "404 404.55 1 0.55 0.24262 0.30738",
                // 0.1073 + 0.2556 - (0.162436 + 0.16258116): 406.09 in, 0.29 x 406.46 + 0.71 x 406.45 out
                "market-round-trip-many-fills.json", "406.09 406.4529 1 0.3629 0.32501716 0.03788284",
                // 0.128 + 0.028 - (0.161716 + 0.129424 + 0.0323544): the wallet went from 872.33624262 to 872.16874822
                "market-round-trip-partial-exit-fills.json", "404.29 404.446 1 0.156 0.3234944 -0.1674944");
        for (Map.Entry<String, String> trade : trades.entrySet()) {
            assertThat(positions(RECORDED.resolve(trade.getKey())))
                    .as("%s", out)
                    .isZero();
            assertThat(rows("positions.csv"))
                    .extracting(row -> String.join(
                            " ",
                            row.get("entry_price"),
                            row.get("exit_price"),
                            row.get("quantity"),
                            row.get("realized_pnl"),
                            row.get("fees"),
                            row.get("pnl")))
                    .containsExactly(trade.getValue());
        }
        assertThat(positions(RECORDED.resolve("two-entry-orders-left-open.json")))
                .isZero();
        assertThat(rows("positions.csv")).isEmpty();
        assertThat(rows("open-positions.csv"))
                .filteredOn(row -> !row.get("state").equals("PENDING"))
                .extracting(row -> row.get("state") + " " + row.get("size") + " " + row.get("entry_price"))
                .containsExactly("PARTIALLY_CLOSED 0.01 395.7");
    }

    @Test
    void moreRowsThanFitAreRefused_andUnusableOnesAreCounted() throws IOException {
        Path from = dump("all.json", lists(FILLS, INCOME));
        assertThatThrownBy(
                        () -> new DumpReader(ExchangeJson.mapper(), "7", CommissionSign.PAID_IS_POSITIVE, new Dump(), 4)
                                .read(from.resolve("all.json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 4 rows");

        PositionAnswers dump = new PositionAnswers();
        for (int i = 0; i < PositionAnswers.MOST_UNREAD + 3; i++) {
            dump.unread(new Unread("unusable_row", "file [" + i + "]", "no id"));
        }
        assertThat(dump.unread()).hasSize(PositionAnswers.MOST_UNREAD + 1);
        assertThat(dump.unread().getLast().evidence()).isEqualTo("3 more could not be used");
    }

    @ParameterizedTest
    @CsvSource({"no-such-folder, is no folder", "empty, holds no .json file"})
    void wrongUseIsOneLine(String from, String named) throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(positions(folder.resolve(from))).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(named));
    }
}
