package recon.record.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.binance.executionreport.ExecutionReportReader;
import recon.binance.json.ExchangeJson;
import recon.ledger.order.OrderKey;
import recon.ledger.symbol.Symbol;
import recon.ledger.symbol.SymbolListing;
import recon.record.symbol.ExchangeInfoRun;
import recon.record.symbol.SymbolDirectory;
import recon.storage.batch.QueuedMessage;
import recon.storage.event.DomainEvent;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.OrderRecord;
import recon.storage.execution.ReportObjects;
import recon.storage.queue.DeadLetters;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.schema.Schema;
import recon.storage.testing.Calls;
import recon.storage.testing.Installation;
import recon.storage.work.Runs;
import recon.storage.work.Task;

/** The recorder on tables, queues and bucket, also when it dies at any call. */
class RecorderOnTheStackTest {
    private static final InstantSource CLOCK = () -> Bench.NOW;
    private static Installation stack;

    private final List<DomainEvent> told = new ArrayList<>();

    @BeforeAll
    static void create() {
        stack = Installation.fresh();
        new Registry(stack.clients(), stack.settings())
                .listed(new SymbolListing(
                        Bench.NOW, List.of(new Symbol("ABCUSDT", "ABC", "USDT", "TRADING", true, false)), Map.of()));
    }

    private Recorder recorder(Installation on, EventBus bus) {
        Registry registry = new Registry(on.clients(), on.settings());
        return new Recorder(
                new ReportObjects(on.clients(), on.settings()),
                new ExecutionReportReader(ExchangeJson.mapper()),
                new SymbolDirectory(registry::symbols),
                new ExchangeInfoRun(new Runs(on.clients(), on.settings(), CLOCK)),
                new ExecutionTables(on.clients(), on.settings()),
                bus,
                new RejectedReports(registry, new DeadLetters(on.clients(), on.settings(), Schema.RECORD)),
                CLOCK);
    }

    private static List<QueuedMessage> history(long order) {
        return List.of(
                Event.of(order, order * 10 + 2, "TRADE", "FILLED", "3", "3", "30")
                        .traded("2", "10", "0.002", "ABC")
                        .message("m2", "a/1"),
                Event.of(order, order * 10, "NEW", "NEW", "3", "0", "0").message("m0", "a/1"),
                Event.of(order, order * 10 + 1, "TRADE", "PARTIALLY_FILLED", "3", "1", "10")
                        .traded("1", "10", "0.001", "ABC")
                        .message("m1", "b/1"));
    }

    private static OrderRecord order(long id) {
        return new ExecutionTables(stack.clients(), stack.settings())
                .order(new OrderKey("7", "ABCUSDT", id))
                .orElseThrow();
    }

    @Test
    void everythingIsDoneOnce_whereverTheWorkerDies() {
        long order = 1;
        for (boolean afterwards : new boolean[] {false, true}) {
            boolean killed = true;
            for (int call = 1; killed; call++, order++) {
                Calls calls = new Calls();
                List<DomainEvent> events = new ArrayList<>();
                Recorder doomed = recorder(stack.watched(calls), calls.watch((EventBus) events::addAll));
                calls.killAt(call, afterwards);
                try {
                    doomed.record(history(order));
                } catch (Calls.Killed e) {
                    assertThat(e).isNotNull();
                }
                killed = calls.killed();
                if (killed) {
                    assertThat(recorder(stack, events::addAll)
                                    .record(history(order))
                                    .comeAgain())
                            .isEmpty();
                }

                assertThat(order(order)).satisfies(left -> {
                    assertThat(left.revision()).isEqualTo(3);
                    assertThat(left.told()).isEqualTo(3);
                    assertThat(left.state().standing().status()).isEqualTo("FILLED");
                    assertThat(left.state().fees()).isEqualTo(Map.of("ABC", new BigDecimal("0.003")));
                });
                String id = "GenericOrderData#7#ABCUSDT#" + order + "#3";
                assertThat(events).as("killed at call " + call).isNotEmpty().allMatch(e -> e.id().equals(id));
            }
        }
        assertThat(order).as("several calls were tried").isGreaterThan(8);
    }

    @Test
    void poisonEndsInTheDeadLetterQueue_withTheReason_andAnErrorPointsToItsRow() {
        recorder(stack, told::addAll)
                .record(List.of(
                        Event.message("m0", "{\"e\":\"listStatus\"}", "a/1", false, 1),
                        history(901).getFirst()));

        var sqs = stack.clients().sqs();
        String dead = sqs.getQueueUrl(q -> q.queueName(stack.settings().deadLetterQueue("record")))
                .queueUrl();
        var letters = sqs.receiveMessage(
                        r -> r.queueUrl(dead).messageAttributeNames("All").waitTimeSeconds(2))
                .messages();
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.body()).isEqualTo("{\"e\":\"listStatus\"}");
            assertThat(letter.messageAttributes().get("reason").stringValue())
                    .isEqualTo("execution report: it is no execution report but has the type 'listStatus'");
            assertThat(letter.messageAttributes().get("account").stringValue()).isEqualTo("7");
            assertThat(letter.messageAttributes().get("connection").stringValue())
                    .isEqualTo("a/1");
        });
        ReconciliationError error = new Registry(stack.clients(), stack.settings())
                .errors("7").stream()
                        .filter(e -> e.errorType().equals("UNREADABLE_REPORT"))
                        .findFirst()
                        .orElseThrow();
        String key = error.rawRef().substring(0, error.rawRef().indexOf('#'));
        assertThat(new ReportObjects(stack.clients(), stack.settings())
                        .read(key)
                        .getFirst()
                        .body())
                .isEqualTo("{\"e\":\"listStatus\"}");
        assertThat(order(901).revision()).isEqualTo(1);
    }

    @Test
    void unknownSymbol_plansOneRunThatFetchesTheList() {
        Recorder recorder = recorder(stack, told::addAll);
        QueuedMessage unlisted =
                Event.of(1, 1, "NEW", "NEW", "3", "0", "0").in("NEWUSDT").message("m0", "a/1");

        recorder.record(List.of(unlisted, unlisted));
        recorder.record(List.of(unlisted));

        Runs runs = new Runs(stack.clients(), stack.settings(), CLOCK);
        String runId = ExchangeInfoRun.runId(Bench.NOW);
        assertThat(runId).isEqualTo("collect-exchange-info-2026-01-05T10:00Z");
        assertThat(runs.run(runId).orElseThrow()).satisfies(run -> {
            assertThat(run.kind()).isEqualTo("collect");
            assertThat(run.day()).isEqualTo(LocalDate.parse("2026-01-05"));
        });
        assertThat(runs.tasks(runId))
                .extracting(Task::name, Task::accountId)
                .containsExactly(tuple("exchange-info", "exchange"));
    }
}
