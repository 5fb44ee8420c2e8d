package recon.local.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.ledger.order.OrderKey;
import recon.local.SharedStack;
import recon.local.clock.VirtualClock;
import recon.local.machine.Machine;
import recon.local.machine.Mappers;
import recon.local.stack.LocalStack;
import recon.simulator.Limits;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.simulator.event.Execution;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.OrderStatus;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.OrderRecord;
import recon.storage.registry.ReconciliationError;
import recon.storage.watermark.Watermark;
import recon.storage.watermark.Watermarks;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/** One day of which nobody listened for some hours, and one report more that the exchange never sent. */
class StreamGapTest {
    private static final LocalDate DAY = DemoOptions.FIRST_DAY;
    private static final Instant MORNING = Instant.parse("2026-01-02T00:02:00Z");
    private static final Instant BEFORE_ALL = Instant.parse("2025-12-25T00:00:00Z");
    private static final Instant DEAF = Instant.parse("2026-01-01T02:00:00Z");
    private static final Instant BACK = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void whatNobodyHeardIsHealedOrNamed_andNothingElse() {
        String name = SharedStack.freshName();
        LocalStack stack = SharedStack.get();
        AwsSettings aws = AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), name, name);
        DemoOptions options = TestDemo.small(1, 2, 5, folder);
        SimulatorSettings world = SimulatorSettings.of(5, 2, DAY).withSymbols(4).withTradesPerDay(24);
        try (VirtualClock clock = VirtualClock.open(folder.resolve("clock"), MORNING);
                Simulator exchange = Simulator.start(world, clock, folder.resolve("exchange"));
                Machine machine = new Machine(
                        stack,
                        World.machine(options, name, Limits.real(), exchange),
                        Mappers.standard(),
                        clock,
                        clock);
                AwsClients clients = AwsClients.create(aws)) {
            String uid = exchange.accounts().getFirst().uid();
            List<ExecutionReport> truth = exchange.truth().reports(uid, BEFORE_ALL, exchange.exchangeTime());
            ExecutionReport unsent = truth.stream()
                    .filter(report -> report.execution() == Execution.CANCELED
                            && happened(report).isAfter(BACK))
                    .findFirst()
                    .orElseThrow();
            Predicate<ExecutionReport> deaf = report ->
                    (happened(report).isAfter(DEAF) && !happened(report).isAfter(BACK)) || report.equals(unsent);
            new Watermarks(clients, aws)
                    .put(List.of(mark(uid, "1", BEFORE_ALL, DEAF), mark(uid, "2", BACK, clock.instant())));
            ExecutionBook book = new ExecutionTables(clients, aws);
            book.add(truth.stream()
                    .filter(deaf.negate())
                    .map(report -> HeardReports.heard(uid, report))
                    .toList());

            machine.driver().collect(DAY, 1, clock.instant());

            List<ExecutionReport> missed = truth.stream().filter(deaf).toList();
            assertThat(missed.stream().map(ExecutionReport::execution).collect(toSet()))
                    .as("a gap worth the name")
                    .contains(
                            Execution.NEW,
                            Execution.TRADE,
                            Execution.CANCELED,
                            Execution.EXPIRED,
                            Execution.REPLACED,
                            Execution.TRADE_PREVENTION);
            List<ReconciliationError> errors = machine.registry().errors(uid);
            assertThat(errors.stream().map(ReconciliationError::id))
                    .containsExactlyInAnyOrderElementsOf(expected(missed));
            assertThat(errors)
                    .allSatisfy(error -> assertThat(error.resolvedAt().isPresent())
                            .isEqualTo(error.errorType().equals("TRADE_HEALED")));
            assertThat(errors.stream()
                            .filter(error -> error.message().contains("the exchange did not send it"))
                            .map(ReconciliationError::id))
                    .containsExactly(id("REPORT_LOST", unsent, "CANCELED"));
            assertOrders(exchange.truth().orders(uid, exchange.exchangeTime()), truth, book, uid);
            assertTasks(machine.runs().tasks("collect-" + DAY), uid, missed);
        }
    }

    private static Set<String> expected(List<ExecutionReport> missed) {
        Set<String> ids = missed.stream()
                .filter(report -> report.execution() != Execution.REJECTED)
                .map(report -> switch (report.execution()) {
                    case TRADE ->
                        id(
                                "TRADE_HEALED",
                                report,
                                Long.toString(report.fill().orElseThrow().tradeId()));
                    case REPLACED ->
                        id("REPORT_LOST", report, "REPLACED/" + report.transactionTime() + "-" + report.executionId());
                    default -> id("REPORT_LOST", report, report.execution().name());
                })
                .collect(toSet());
        ids.add("STREAM_GAP/" + DEAF + "/" + BACK);
        return ids;
    }

    private static String id(String type, ExecutionReport report, String what) {
        return String.join("/", type, report.symbol(), Long.toString(report.orderId()), what);
    }

    /** Nobody can tell of a rejected order; all others stand as if every report had been heard. */
    private static void assertOrders(
            List<ExecutionReport> orders, List<ExecutionReport> reports, ExecutionBook book, String uid) {
        Map<String, List<ExecutionReport>> byOrder =
                reports.stream().collect(groupingBy(report -> report.symbol() + report.orderId()));
        for (ExecutionReport order : orders) {
            Optional<OrderRecord> record = book.order(new OrderKey(uid, order.symbol(), order.orderId()));
            if (order.status() == OrderStatus.REJECTED) {
                continue;
            }
            assertThat(record).as(order.symbol() + " " + order.orderId()).hasValueSatisfying(known -> {
                assertThat(known.state().standing().status())
                        .isEqualTo(order.status().name());
                assertThat(known.state().filled().quantity()).isEqualByComparingTo(order.filled());
                assertThat(known.state().allTradesSeen()).isTrue();
            });
            Map<String, BigDecimal> fees = new HashMap<>();
            byOrder.get(order.symbol() + order.orderId()).stream()
                    .flatMap(report -> report.fill().stream())
                    .filter(fill -> fill.commission().signum() != 0)
                    .forEach(fill -> fees.merge(fill.commissionAsset(), fill.commission(), BigDecimal::add));
            fees.replaceAll((asset, fee) -> fee.stripTrailingZeros());
            Map<String, BigDecimal> counted =
                    new HashMap<>(record.orElseThrow().state().fees());
            counted.replaceAll((asset, fee) -> fee.stripTrailingZeros());
            assertThat(counted).isEqualTo(fees);
        }
    }

    private static void assertTasks(List<Task> tasks, String uid, List<ExecutionReport> missed) {
        List<Task> checks = tasks.stream()
                .filter(task ->
                        Set.of("open-orders", "spot-orders", "executions").contains(task.name()))
                .toList();
        assertThat(checks).hasSize(3).allSatisfy(task -> {
            assertThat(task.accountId()).as("only who is listened to").isEqualTo(uid);
            assertThat(task.state()).isEqualTo(TaskState.DONE);
        });
        long trades = missed.stream()
                .filter(report -> report.execution() == Execution.TRADE)
                .count();
        long rejected = missed.stream()
                .filter(report -> report.execution() == Execution.REJECTED)
                .count();
        assertThat(checks.stream().filter(task -> task.name().equals("executions")))
                .singleElement()
                .satisfies(task -> assertThat(task.totals())
                        .containsEntry("gaps", 1L)
                        .containsEntry("gapMillis", Duration.between(DEAF, BACK).toMillis())
                        .containsEntry("healed", trades)
                        .containsEntry("lost", missed.size() - trades - rejected)
                        .containsEntry("unknown", 0L)
                        .containsEntry("differing", 0L));
    }

    private static Instant happened(ExecutionReport report) {
        return Instant.ofEpochMilli(report.transactionTime());
    }

    private static Watermark mark(String uid, String connection, Instant from, Instant upTo) {
        return new Watermark(uid, "a", connection, from, upTo, Optional.empty(), Optional.empty());
    }
}
