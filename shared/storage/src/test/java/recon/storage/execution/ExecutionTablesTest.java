package recon.storage.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.storage.testing.Reported.listed;
import static recon.storage.testing.Reported.missed;
import static recon.storage.testing.Reported.order;
import static recon.storage.testing.Reported.placed;
import static recon.storage.testing.Reported.trade;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import recon.storage.aws.AwsClients;
import recon.storage.testing.Calls;
import recon.storage.testing.Installation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class ExecutionTablesTest extends ExecutionBookContract {
    private Installation installation;

    @Override
    ExecutionBook empty() {
        installation = Installation.fresh();
        return new ExecutionTables(installation.clients(), installation.settings());
    }

    @Test
    void everyExecutionCountsOnce_whenWorkersGetTheSameReportsAtOnce() throws Exception {
        List<ReportedExecution> all = LongStream.rangeClosed(1, 200)
                .mapToObj(i -> trade(i % 5, i, "0.5", "0.001", "0.5"))
                .toList();
        try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
            List<Future<Added>> added = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                List<ReportedExecution> shuffled = new ArrayList<>(all);
                Collections.shuffle(shuffled, new Random(worker));
                ExecutionTables tables = new ExecutionTables(installation.clients(), installation.settings());
                added.add(workers.submit(() -> addUntilDone(tables, shuffled)));
            }
            int fresh = 0;
            for (Future<Added> one : added) {
                fresh += one.get().fresh();
            }
            assertThat(fresh).isLessThanOrEqualTo(200);
        }
        ExecutionTables tables = new ExecutionTables(installation.clients(), installation.settings());
        assertThat(LongStream.range(0, 5).mapToObj(i -> tables.order(order(i)).orElseThrow()))
                .allSatisfy(one -> {
                    assertThat(one.revision()).isEqualTo(40);
                    assertThat(one.state().fees()).isEqualTo(Map.of("BNB", new BigDecimal("0.04")));
                });
    }

    /** What is contended comes again by the queue. */
    private static Added addUntilDone(ExecutionTables tables, List<ReportedExecution> all) {
        Added added = tables.add(all);
        for (int again = 0; again < 10 && !added.contended().isEmpty(); again++) {
            added = tables.add(all);
        }
        assertThat(added.contended()).isEmpty();
        return added;
    }

    @Test
    void noExecutionIsLost_whenAnotherWorkerChangesTheOrderInBetween() {
        ExecutionTables tables = new ExecutionTables(installation.clients(), installation.settings());
        tables.add(List.of(placed(1, 1)));

        Added added = interrupted(() -> tables.add(List.of(trade(1, 3, "1", "0.002", "2"))))
                .add(List.of(trade(1, 2, "1", "0.001", "1")));

        assertThat(added.orders())
                .singleElement()
                .satisfies(one -> assertThat(one.revision()).isEqualTo(3));
        assertThat(tables.order(order(1)).orElseThrow().state().fees())
                .isEqualTo(Map.of("BNB", new BigDecimal("0.003")));
    }

    @Test
    void noExecutionCountsForTwoOrders_whenAnotherWorkerRecordsItInBetween() {
        ExecutionTables tables = new ExecutionTables(installation.clients(), installation.settings());

        Added added = interrupted(() -> tables.add(List.of(trade(2, 2, "1", "0.001", "1"))))
                .add(List.of(trade(1, 2, "1", "0.001", "1")));

        assertThat(added.differing()).hasSize(1);
        assertThat(tables.order(order(1))).isEmpty();
        assertThat(tables.order(order(2))).isPresent();
    }

    @Test
    void tradeCountsOnce_whenItsReportComesWhileItIsHealed() {
        ExecutionTables tables = new ExecutionTables(installation.clients(), installation.settings());
        tables.add(List.of(placed(1, 1)));

        Healed healed = interrupted(() -> tables.add(List.of(trade(1, 2, "1", "0.001", "1"))))
                .heal(List.of(missed(1, 2, "1", "0.001")));

        assertThat(healed.fresh()).isEmpty();
        assertThat(tables.order(order(1)).orElseThrow().state().fees())
                .isEqualTo(Map.of("BNB", new BigDecimal("0.001")));
    }

    @Test
    void tradeCountsOnce_whenItIsHealedWhileItsReportComes() {
        ExecutionTables tables = new ExecutionTables(installation.clients(), installation.settings());
        tables.add(List.of(placed(1, 1)));

        interrupted(() -> tables.heal(List.of(missed(1, 2, "1", "0.001"))))
                .add(List.of(trade(1, 2, "1", "0.001", "1")));

        assertThat(tables.order(order(1)).orElseThrow().state().fees())
                .isEqualTo(Map.of("BNB", new BigDecimal("0.001")));
    }

    @Test
    void nothingIsForgotten_whenAnOrderIsReportedWhileItIsSighted() {
        ExecutionTables tables = new ExecutionTables(installation.clients(), installation.settings());

        OrderRecord seen = interrupted(() -> tables.add(List.of(placed(1, 1))))
                .sight(List.of(listed(1, "CANCELED", "0")))
                .getFirst();

        assertThat(seen.state().kinds()).isEqualTo(Map.of("NEW", 1L));
        assertThat(seen.state().standing().status()).isEqualTo("CANCELED");
    }

    /** Another worker acts just before the first transaction. */
    private ExecutionTables interrupted(Runnable other) {
        AtomicBoolean acted = new AtomicBoolean();
        DynamoDbClient dynamodb = installation.clients().dynamodb();
        DynamoDbClient client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("transactWriteItems") && !acted.getAndSet(true)) {
                        other.run();
                    }
                    try {
                        return method.invoke(dynamodb, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        AwsClients clients = AwsClients.of(
                client,
                installation.clients().sqs(),
                installation.clients().s3(),
                installation.clients().events());
        return new ExecutionTables(clients, installation.settings());
    }

    @Test
    void orderThatTheStoreCannotHold_isNamed_andTheOthersAreAdded() {
        String nines = "9".repeat(38);
        ExecutionTables tables = new ExecutionTables(installation.clients(), installation.settings());

        Added added = tables.add(List.of(
                placed(1, 1),
                trade(2, 2, "1", nines, "1"),
                trade(2, 3, "1", "0." + "9".repeat(37), "2"),
                trade(3, 4, "1", "0.1", "1")));

        assertThat(added.refused()).containsOnlyKeys(order(2));
        assertThat(added.orders()).extracting(OrderRecord::order).containsExactlyInAnyOrder(order(1), order(3));
        assertThat(tables.order(order(2)))
                .as("neither the executions nor the order")
                .isEmpty();
        assertThat(tables.executions("7", "ABCUSDT", java.time.LocalDate.parse("2026-01-05")))
                .hasSize(2);
    }

    @Test
    void thousandReports_areFewCalls() {
        Calls calls = new Calls();
        Installation watched = installation.watched(calls);
        ExecutionTables tables = new ExecutionTables(watched.clients(), watched.settings());
        List<ReportedExecution> all = LongStream.rangeClosed(1, 1000)
                .mapToObj(i -> trade(i % 100, i, "0.5", "0.001", "0.5"))
                .toList();

        tables.told(tables.add(all).orders());

        assertThat(calls.count("transactWriteItems")).as("11 writes an order").isLessThanOrEqualTo(13);
        assertThat(calls.count("batchGetItem")).isLessThanOrEqualTo(11);
    }
}
