package recon.record.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.order.Filled;
import recon.ledger.order.OrderKey;
import recon.ledger.symbol.Symbol;
import recon.storage.batch.QueuedMessage;
import recon.storage.event.DomainEvent;
import recon.storage.execution.QueuedReport;

class RecorderTest {
    private static final Event PLACED = Event.of(1, 1, "NEW", "NEW", "3", "0", "0");
    private static final Event PART =
            Event.of(1, 2, "TRADE", "PARTIALLY_FILLED", "3", "1", "10").traded("1", "10", "0.001", "ABC");
    private static final Event REST =
            Event.of(1, 3, "TRADE", "FILLED", "3", "3", "32").traded("2", "11", "0.5", "BNB");

    private final Bench bench = new Bench();

    @Test
    void reportsBecomeExecutionsAnOrderAndOneEvent() {
        Recorded recorded = bench.record(REST, PLACED, PART, PART);

        assertThat(recorded.comeAgain()).isEmpty();
        assertThat(recorded.fresh()).isEqualTo(3);
        assertThat(recorded.repeated()).isEqualTo(1);
        assertThat(bench.order(1).state().filled()).isEqualTo(new Filled(new BigDecimal("3"), new BigDecimal("32")));
        assertThat(bench.told).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("GenericOrderData#7#ABCUSDT#1#3");
            assertThat(event.type()).isEqualTo("GenericOrderData");
            assertThat(event.source()).isEqualTo("recon.record");
            assertThat(event.detailJson())
                    .isEqualTo("{\"exchange\":\"binance\",\"market\":\"spot\",\"account\":\"7\",\"symbol\":\"ABCUSDT\","
                            + "\"baseAsset\":\"ABC\",\"quoteAsset\":\"USDT\",\"orderId\":1,\"clientOrderId\":\"bot\","
                            + "\"side\":\"BUY\",\"type\":\"LIMIT\",\"timeInForce\":\"GTC\",\"status\":\"FILLED\","
                            + "\"closed\":true,\"lastKind\":\"TRADE\",\"quantity\":\"3\",\"quoteQuantity\":\"0\","
                            + "\"price\":\"12\",\"stopPrice\":\"0\",\"executedQuantity\":\"3\","
                            + "\"executedQuoteQuantity\":\"32\",\"averagePrice\":\"10.666666666666666667\","
                            + "\"fees\":{\"ABC\":\"0.001\",\"BNB\":\"0.5\"},\"feesComplete\":true,"
                            + "\"preventedQuantity\":\"0\",\"preventedExecutionQuantity\":\"0\","
                            + "\"preventedExecutionQuoteQuantity\":\"0\",\"rejectReason\":\"\",\"expiryReason\":\"\","
                            + "\"lastExecutionId\":3,\"lastTradeId\":103,\"createdAt\":1767607200000,"
                            + "\"workingSince\":1767607200000,\"updatedAt\":1767607200003,\"revision\":3}");
        });
    }

    @Test
    void batchIsArchivedAsOneObject_asItCame_andEveryExecutionPointsToItsRow() {
        List<QueuedMessage> messages =
                List.of(PLACED.message("m1", "a/1"), QueuedMessage.of("m2", "not ours"), PART.message("m3", "b/1"));

        bench.recorder().record(messages);

        String key = bench.archive.objects().keySet().iterator().next();
        assertThat(bench.archive.objects()).hasSize(1);
        assertThat(bench.archive.read(key))
                .extracting(QueuedReport::body)
                .containsExactly(PLACED.json(), "not ours", PART.json());
        assertThat(bench.book.executions())
                .extracting(one -> one.raw().toString())
                .containsExactly(key + "#0", key + "#2");
    }

    @Test
    void repeatedReports_areNotToldAgain() {
        bench.record(PLACED, PART);
        bench.record(PLACED, PART);

        assertThat(bench.told).hasSize(1);
    }

    @Test
    void eachBatchTellsTheLaterRevision() {
        bench.record(PLACED);
        bench.record(PART);
        bench.record(REST);

        assertThat(bench.told)
                .extracting(DomainEvent::id)
                .containsExactly(
                        "GenericOrderData#7#ABCUSDT#1#1",
                        "GenericOrderData#7#ABCUSDT#1#2",
                        "GenericOrderData#7#ABCUSDT#1#3");
    }

    @Test
    void orderThatCouldNotBeTold_isToldWhenItsMessageComesAgain() {
        bench.busIsAway = true;
        Recorded away = bench.record(PLACED);
        assertThat(away.comeAgain()).containsExactly("m0");
        assertThat(bench.order(1).untold()).isTrue();

        bench.busIsAway = false;
        Recorded again = bench.record(PLACED);

        assertThat(again.fresh()).as("it is a repeated one now").isZero();
        assertThat(again.comeAgain()).isEmpty();
        assertThat(bench.told).extracting(DomainEvent::id).containsExactly("GenericOrderData#7#ABCUSDT#1#1");
        assertThat(bench.order(1).untold()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "not json | execution report: it is not JSON",
                "{\"e\":\"balanceUpdate\"} | execution report: it is no execution report but has the type 'balanceUpdate'",
                "{\"e\":\"executionReport\",\"x\":\"NEW\"} | execution report: field X is missing",
            })
    void poisonIsRejectedWithTheReason_andTheOthersGoOn(String poison, String reason) {
        QueuedMessage bad = Event.message("m1", poison, "a/1", false, 1);

        Recorded recorded =
                bench.recorder().record(List.of(PLACED.message("m0", "a/1"), bad, PART.message("m2", "a/1")));

        assertThat(recorded.comeAgain()).as("it is dealt with").isEmpty();
        assertThat(recorded.rejected()).isEqualTo(1);
        assertThat(recorded.fresh()).isEqualTo(2);
        assertThat(bench.rejected).containsOnlyKeys(bad);
        assertThat(bench.rejected.get(bad)).satisfies(error -> {
            assertThat(error.message()).isEqualTo(reason);
            assertThat(error.errorType()).isEqualTo("UNREADABLE_REPORT");
            assertThat(error.accountId()).isEqualTo("7");
            assertThat(error.needsManualReview()).isTrue();
            assertThat(error.rawRef()).endsWith("#1");
        });
    }

    @Test
    void messageWithoutOurAttributes_isNobodys() {
        QueuedMessage stray = QueuedMessage.of("m0", PLACED.json());

        bench.recorder().record(List.of(stray));

        assertThat(bench.rejected.get(stray).accountId()).isEqualTo("exchange");
        assertThat(bench.rejected.get(stray).message()).contains("routing key");
        assertThat(bench.book.orders()).isEmpty();
    }

    @Test
    void poisonThatCannotBePutApart_comesAgain() {
        bench.deadLettersAreAway = true;

        Recorded recorded =
                bench.recorder().record(List.of(QueuedMessage.of("bad", "not ours"), PLACED.message("good", "a/1")));

        assertThat(recorded.comeAgain()).containsExactly("bad");
        assertThat(recorded.fresh()).isEqualTo(1);
    }

    @Test
    void unknownSymbol_asksForTheListAndComesAgain_untilItIsThere() {
        Event unlisted = PLACED.in("NEWUSDT");
        Recorded waiting = bench.record(unlisted, PART);

        assertThat(waiting.comeAgain()).containsExactly("m0");
        assertThat(waiting.waiting()).isEqualTo(1);
        assertThat(bench.asked).as("once for the batch").containsExactly(Bench.NOW);
        assertThat(bench.book.order(new OrderKey("7", "NEWUSDT", 1)))
                .as("never split")
                .isEmpty();

        bench.listed.add(new Symbol("NEWUSDT", "NE", "WUSDT", "TRADING", true, false));
        Recorded again = bench.record(unlisted);

        assertThat(again.comeAgain()).isEmpty();
        assertThat(bench.told.getLast().detailJson())
                .contains("\"baseAsset\":\"NE\"")
                .contains("\"quoteAsset\":\"WUSDT\"");
    }

    @Test
    void symbolThatNeverComes_isRejectedWithTheReason_atTheLastDelivery() {
        String body = PLACED.in("NEWUSDT").json();
        QueuedMessage fourth = Event.message("m", body, "a/1", false, 4);
        QueuedMessage fifth = Event.message("m", body, "a/1", false, 5);

        assertThat(bench.recorder().record(List.of(fourth)).comeAgain()).containsExactly("m");
        assertThat(bench.rejected).isEmpty();
        assertThat(bench.recorder().record(List.of(fifth)).comeAgain()).isEmpty();

        assertThat(bench.rejected.get(fifth)).satisfies(error -> {
            assertThat(error.errorType()).isEqualTo("UNKNOWN_SYMBOL");
            assertThat(error.symbol()).isEqualTo("NEWUSDT");
        });
    }

    @Test
    void listOfSymbols_isReadOnceAndThenRemembered() {
        Recorder recorder = bench.recorder();
        recorder.record(List.of(PLACED.message("m", "a/1")));
        recorder.record(List.of(PART.message("m", "a/1")));

        assertThat(bench.steps).containsExactly("symbols");
    }

    @Test
    void unknownWordsAndFields_areKeptAndNamed() {
        Recorded recorded =
                bench.record(Event.of(1, 5, "PAUSED", "ON_HOLD", "3", "0", "0").with(",\"zz\":{\"new\":[1]}"));

        assertThat(recorded.unknown()).containsExactlyInAnyOrder("x=PAUSED", "X=ON_HOLD", "zz");
        assertThat(recorded.rejected()).isZero();
        assertThat(bench.order(1).state().latest().orElseThrow().others()).containsEntry("zz", "{\"new\":[1]}");
        assertThat(bench.told.getLast().detailJson()).contains("\"status\":\"ON_HOLD\"");
    }

    @Test
    void reportThatWasTooLargeForTheQueue_isReadFromTheArchive() {
        bench.archive.large("raw/large", PLACED.json());

        Recorded recorded = bench.recorder()
                .record(List.of(
                        Event.message("m0", "raw/large", "a/1", true, 1),
                        Event.message("m1", "raw/none", "a/1", true, 1)));

        assertThat(recorded.fresh()).isEqualTo(1);
        assertThat(bench.rejected.values())
                .extracting(error -> error.message())
                .containsExactly("execution report: archived report is not there: raw/none");
    }

    @Test
    void secondExecutionUnderOneId_isShownToAPerson_andTheFirstStays() {
        bench.record(PART);
        bench.record(Event.of(1, 2, "TRADE", "PARTIALLY_FILLED", "3", "1", "10").traded("1", "10", "0.9", "ABC"));

        assertThat(bench.remarks).singleElement().satisfies(error -> {
            assertThat(error.id()).isEqualTo("EXECUTION_DIFFERS/ABCUSDT/2");
            assertThat(error.needsManualReview()).isTrue();
        });
        assertThat(bench.order(1).state().fees()).isEqualTo(Map.of("ABC", new BigDecimal("0.001")));
    }

    @Test
    void nothing_isNothing() {
        assertThat(bench.recorder().record(List.of()).comeAgain()).isEmpty();
        assertThat(bench.archive.objects()).isEmpty();
    }

    @Test
    void bodyIsKeptByteForByte() {
        String body = PLACED.with(",\"note\":\"Ä€\\u0001\"").json();
        bench.recorder().record(List.of(Event.message("m", body, "a/1", false, 1)));

        String key = bench.archive.objects().keySet().iterator().next();
        assertThat(bench.archive.read(key).getFirst().body().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(body.getBytes(StandardCharsets.UTF_8));
    }
}
