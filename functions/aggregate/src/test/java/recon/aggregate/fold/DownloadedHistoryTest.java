package recon.aggregate.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.aggregate.fold.RoundTrip.BUY;
import static recon.aggregate.fold.RoundTrip.FEE_IN;
import static recon.aggregate.fold.RoundTrip.FEE_OUT;
import static recon.aggregate.fold.RoundTrip.PROFIT;
import static recon.aggregate.fold.RoundTrip.SELL;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import recon.binance.futuresdownloads.DownloadKind;
import recon.storage.event.DomainEvent;

/** What is older than the exchange's lists go, from files. A year before the round trip there was one that lost 5. */
class DownloadedHistoryTest {
    private static final String TRADES = """
            id,orderId,symbol,side,positionSide,price,qty,quoteQty,realizedPnl,commission,commissionAsset,time,buyer,maker
            901,9901,BNBUSDT,BUY,BOTH,60,1,60,0,0.02,USDT,1736000000000,true,true
            902,9902,BNBUSDT,SELL,BOTH,55,1,55,-5,0.02,USDT,1736000060000,false,false
            """;
    private static final String INCOME = """
            Time(UTC),Symbol,Type,Amount,Asset,Transaction ID,Trade ID
            2025-01-04 14:13:20.000,BNBUSDT,COMMISSION,-0.02,USDT,901,901
            2025-01-04 14:14:20.000,BNBUSDT,COMMISSION,-0.02,USDT,902,902
            2025-01-04 14:14:20.000,BNBUSDT,REALIZED_PNL,-5,USDT,902,902
            """;
    private static final String ORDERS = """
            symbol,orderId,clientOrderId,side,positionSide,type,status,origQty,executedQty,time,updateTime
            BNBUSDT,9901,web_1,BUY,BOTH,LIMIT,FILLED,1,1,1735999990000,1736000000000
            BNBUSDT,9902,autoclose-1,SELL,BOTH,LIMIT,FILLED,1,1,1736000060000,1736000060000
            """;
    private static final String FROM = "2024-10-01";
    private static final String TO = "2025-09-30";

    private final Scene scene = new Scene();

    private void lists() {
        scene.fills(BUY, SELL);
        scene.income(FEE_IN, FEE_OUT, PROFIT);
    }

    @Test
    void oldTradesAreEntries_withTheirOrders_andTheHistoryIsCompleteSinceThen() {
        lists();
        scene.downloaded(DownloadKind.TRADE, FROM, TO, TRADES);
        scene.downloaded(DownloadKind.INCOME, FROM, TO, INCOME);
        scene.downloaded(DownloadKind.ORDER, FROM, TO, ORDERS);

        scene.collected();

        assertThat(scene.stored())
                .extracting(RoundTrip::trade)
                .containsExactlyInAnyOrder("7_BNBUSDT_BOTH_1_2 9.92 false", "7_BNBUSDT_BOTH_901_902 -5.04 false");
        assertThat(scene.stored())
                .filteredOn(entry -> entry.entry().facts().binanceTradeId().endsWith("_902"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.entry().facts().entryOrderType()).isEqualTo("LIMIT");
                    assertThat(entry.entry().facts().exitTime()).contains(Instant.parse("2025-01-04T14:14:20Z"));
                });
        assertThat(scene.file("positions.csv")).contains("liquidation");
        assertThat(scene.file("position-findings.csv").lines()).hasSize(1);
        assertThat(scene.entries().pointer(Scene.ACCOUNT).completeSince())
                .contains(Instant.parse("2024-10-01T00:00:00Z"));
        assertThat(scene.asked()).isEmpty();
    }

    @Test
    void theEndOfADownloadIsFolded_andFilesOfItsDaysStayAsTheyWere() {
        lists();
        String collection = scene.collected();
        scene.downloaded(DownloadKind.TRADE, FROM, TO, TRADES);
        scene.downloaded(DownloadKind.INCOME, FROM, TO, INCOME);

        String download = scene.downloaded(FROM, TO);

        assertThat(scene.stored())
                .extracting(RoundTrip::trade)
                .containsExactlyInAnyOrder("7_BNBUSDT_BOTH_1_2 9.92 false", "7_BNBUSDT_BOTH_901_902 -5.04 false");
        assertThat(scene.file("positions.csv").lines()).as("those of today").hasSize(3);
        assertThat(scene.files(TO)).as("those of the last day in them").isEmpty();
        assertThat(scene.archived("futures-collected")).as("for a replay").hasSize(2);
        assertThat(scene.told())
                .extracting(DomainEvent::id)
                .containsExactly(
                        "AggregationCompleted#aggregate-after-" + collection,
                        "AggregationCompleted#aggregate-after-" + download);
    }

    /** The rows of the round trip, as a file has them: without what the contract is settled in. */
    @Test
    void rowsThatStandInAFileAsWell_countOnce() {
        scene.fills(BUY.replace("}", ",\"marginAsset\":\"USDT\"}"), SELL.replace("}", ",\"marginAsset\":\"USDT\"}"));
        scene.income(FEE_IN, FEE_OUT, PROFIT);
        scene.downloaded(DownloadKind.TRADE, FROM, "2026-01-01", TRADES + """
                1,11,BNBUSDT,BUY,BOTH,100,1.000,100,0,0.04000000,USDT,1767225600000,true,false
                2,12,BNBUSDT,SELL,BOTH,110,1.000,110,10,0.04000000,USDT,1767225660000,false,false
                """);
        scene.downloaded(DownloadKind.INCOME, FROM, "2026-01-01", INCOME + """
                2026-01-01 00:00:00.000,BNBUSDT,COMMISSION,-0.04000000,USDT,1,1
                2026-01-01 00:01:00.000,BNBUSDT,COMMISSION,-0.04000000,USDT,2,2
                2026-01-01 00:01:00.000,BNBUSDT,REALIZED_PNL,10.00000000,USDT,2,2
                """);

        scene.collected();

        assertThat(scene.stored())
                .extracting(RoundTrip::trade)
                .containsExactlyInAnyOrder("7_BNBUSDT_BOTH_1_2 9.92 false", "7_BNBUSDT_BOTH_901_902 -5.04 false");
        assertThat(scene.file("position-findings.csv").lines()).hasSize(1);
    }

    @Test
    void aFileThatSaysOtherwise_isNamed_andTheListCounts() {
        lists();
        scene.downloaded(DownloadKind.TRADE, FROM, "2026-01-01", TRADES + """
                2,12,BNBUSDT,SELL,BOTH,108,1,108,10,0.04,USDT,1767225660000,false,false
                """);
        scene.downloaded(DownloadKind.INCOME, FROM, TO, INCOME);

        scene.collected();

        assertThat(scene.file("position-findings.csv"))
                .contains("conflicting_rows")
                .contains("at 110 ")
                .contains("at 108 ");
        assertThat(scene.stored()).extracting(RoundTrip::trade).contains("7_BNBUSDT_BOTH_1_2 9.92 false");
        assertThat(scene.file("positions.csv")).contains("BNBUSDT,LONG,100,110,");
    }

    @Test
    void aFileThatNobodyUnderstands_isNamed_andTheRestGoesOn() {
        lists();
        scene.downloaded(DownloadKind.TRADE, FROM, TO, TRADES);
        scene.downloaded(DownloadKind.INCOME, FROM, TO, INCOME.replace("Amount", "Sum"));
        scene.downloaded(DownloadKind.INCOME, "2023-10-01", "2024-09-30", INCOME.replace("-5,", "minus five,"));

        scene.collected();

        assertThat(scene.file("position-findings.csv"))
                .contains("unusable_file")
                .contains("raw/source=futures-downloads/account=7/")
                .contains("a column that nobody knows: Sum")
                .contains("unusable_row")
                .contains("[2]");
        assertThat(scene.stored()).extracting(RoundTrip::trade).containsExactly("7_BNBUSDT_BOTH_1_2 9.92 false");
        assertThat(scene.entries().pointer(Scene.ACCOUNT).completeSince())
                .as("the income of the year between is not there")
                .contains(Instant.parse("2025-10-01T00:00:00Z"));
    }
}
