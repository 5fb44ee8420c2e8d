package recon.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import recon.simulator.FuturesSwitches;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatorSettings;
import recon.simulator.Switches;
import recon.simulator.WalletSwitches;
import recon.simulator.event.AccountEvent;
import recon.simulator.event.AccountPosition;
import recon.simulator.event.BalanceUpdate;
import recon.simulator.event.Execution;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.Fill;
import recon.simulator.event.ListStatus;
import recon.simulator.event.OrderStatus;

/** What subscribers are told agrees with the rows, in every world. */
final class ReportsPropertyTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);
    private static final long END =
            FIRST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();

    @Property(tries = 15)
    void tellsEveryTradeOnce_asTheRowsHaveIt(@ForAll long seed, @ForAll @IntRange(max = 900) int delayMs) {
        World world = world(seed, delayMs);
        for (SimulatedAccount account : world.accounts()) {
            List<List<Object>> rows = new ArrayList<>();
            world.historyUntil(END)
                    .trades(account.uid())
                    .values()
                    .forEach(symbol -> symbol.between(0, END - 1)
                            .forEach(row -> rows.add(List.of(
                                    row.symbol(),
                                    row.id(),
                                    row.orderId(),
                                    row.price(),
                                    row.qty(),
                                    row.quoteQty(),
                                    row.commission(),
                                    row.commissionAsset(),
                                    row.time(),
                                    row.buyer(),
                                    row.maker()))));
            List<List<Object>> told = new ArrayList<>();
            for (ExecutionReport report : reports(world, account)) {
                if (report.fill().isPresent() && report.transactionTime() < END) {
                    Fill fill = report.fill().get();
                    told.add(List.of(
                            report.symbol(),
                            fill.tradeId(),
                            report.orderId(),
                            fill.price(),
                            fill.quantity(),
                            fill.quoteQuantity(),
                            fill.commission(),
                            fill.commissionAsset(),
                            report.transactionTime(),
                            report.placement().buy(),
                            fill.maker()));
                }
            }
            assertThat(told).isNotEmpty().containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    @Property(tries = 15)
    void numbersExecutionsInTheOrderOfTheirTime_withinASymbol(@ForAll long seed) {
        World world = world(seed, 0);
        Map<String, List<ExecutionReport>> bySymbol = new TreeMap<>();
        for (SimulatedAccount account : world.accounts()) {
            reports(world, account)
                    .forEach(report -> bySymbol.computeIfAbsent(report.symbol(), _ -> new ArrayList<>())
                            .add(report));
        }
        bySymbol.values().forEach(reports -> {
            reports.sort(Comparator.comparingLong(ExecutionReport::executionId));
            assertThat(reports.stream().map(ExecutionReport::executionId)).doesNotHaveDuplicates();
            assertThat(reports.stream().map(ExecutionReport::transactionTime)).isSorted();
            // Orders are numbered in the order of their creation, whoever places them.
            assertThat(reports.stream()
                            .map(ExecutionReport::placement)
                            .distinct()
                            .sorted(Comparator.comparingLong(order -> order.orderId()))
                            .map(order -> order.created()))
                    .isSorted();
            assertThat(reports.stream()
                            .map(ExecutionReport::placement)
                            .distinct()
                            .map(order -> order.orderId()))
                    .doesNotHaveDuplicates();
        });
    }

    @Property(tries = 15)
    void leadsEveryOrder_throughALifeThatAddsUp(@ForAll long seed) {
        World world = world(seed, 0);
        for (SimulatedAccount account : world.accounts()) {
            Map<String, List<ExecutionReport>> byOrder = new HashMap<>();
            reports(world, account)
                    .forEach(report -> byOrder.computeIfAbsent(
                                    report.symbol() + report.orderId(), _ -> new ArrayList<>())
                            .add(report));
            byOrder.values().forEach(ReportsPropertyTest::addsUp);
        }
    }

    private static void addsUp(List<ExecutionReport> life) {
        BigDecimal filled = BigDecimal.ZERO;
        BigDecimal quote = BigDecimal.ZERO;
        BigDecimal quantity = life.getFirst().quantity();
        long last = life.getFirst().placement().created();
        assertThat(life.getFirst().execution()).isIn(Execution.NEW, Execution.REJECTED);
        assertThat(life.getFirst().transactionTime()).isEqualTo(last);
        for (ExecutionReport report : life) {
            assertThat(report.transactionTime()).isGreaterThanOrEqualTo(last);
            last = report.transactionTime();
            filled = filled.add(report.fill().map(Fill::quantity).orElse(BigDecimal.ZERO));
            quote = quote.add(report.fill().map(Fill::quoteQuantity).orElse(BigDecimal.ZERO));
            assertThat(report.fill().isPresent()).isEqualTo(report.execution() == Execution.TRADE);
            assertThat(report.filled()).isEqualByComparingTo(filled);
            assertThat(report.quoteFilled()).isEqualByComparingTo(quote);
            assertThat(report.quantity()).isGreaterThanOrEqualTo(filled);
            assertThat(report.quantity().compareTo(quantity))
                    .as("an amendment lowers the quantity, and nothing else changes it")
                    .isEqualTo(report.execution() == Execution.REPLACED ? -1 : 0);
            quantity = report.quantity();
            assertThat(report.status() == OrderStatus.FILLED)
                    .isEqualTo(report.quantity().compareTo(filled) == 0);
            assertThat(report.status().ended() && (report.onBook() || !report.equals(life.getLast())))
                    .as("what has ended rests no longer, and nothing follows")
                    .isFalse();
            assertThat(report.originalClientOrderId().isEmpty())
                    .isEqualTo(report.execution() != Execution.CANCELED && report.execution() != Execution.REPLACED);
            assertThat(report.expiryReason().isPresent()).isEqualTo(report.execution() == Execution.EXPIRED);
            assertThat(report.prevention().isPresent()).isEqualTo(report.execution() == Execution.TRADE_PREVENTION);
            assertThat(report.rejectReason().equals("NONE")).isNotEqualTo(report.execution() == Execution.REJECTED);
        }
    }

    @Property(tries = 15)
    void addsUpToTheBalances_fillsAndUpdatesTogether(@ForAll long seed, @ForAll @IntRange(max = 900) int delayMs) {
        World world = world(seed, delayMs);
        // A quiet instant: what is told a few milliseconds late is told by then, and nothing more has happened.
        for (SimulatedAccount account : world.accounts()) {
            long at = END;
            Book book = world.bookUntil(account.uid(), at + 10_000).orElseThrow();
            while (!book.moved(at - 10, at + 10).isEmpty()) {
                at -= 10;
            }
            Map<String, BigDecimal> sums = new TreeMap<>();
            for (AccountEvent event :
                    world.historyUntil(END).events(account.uid()).between(0, at)) {
                switch (event) {
                    case BalanceUpdate update -> sums.merge(update.asset(), update.delta(), BigDecimal::add);
                    case ExecutionReport report ->
                        report.fill().ifPresent(fill -> {
                            var symbol = world.market().symbol(report.symbol()).orElseThrow();
                            boolean buy = report.placement().buy();
                            sums.merge(symbol.base(), sign(fill.quantity(), buy), BigDecimal::add);
                            sums.merge(symbol.quote(), sign(fill.quoteQuantity(), !buy), BigDecimal::add);
                            sums.merge(fill.commissionAsset(), fill.commission().negate(), BigDecimal::add);
                        });
                    case AccountPosition _, ListStatus _ -> {}
                }
            }
            for (String asset : book.assets()) {
                assertThat(sums.getOrDefault(asset, BigDecimal.ZERO))
                        .as(asset)
                        .isEqualByComparingTo(book.stampedBefore(asset, at));
            }
        }
    }

    @Property(tries = 15)
    void sendsInOrder_andSoonAfterItHappened(@ForAll long seed, @ForAll @IntRange(max = 900) int delayMs) {
        World world = world(seed, delayMs);
        for (SimulatedAccount account : world.accounts()) {
            List<AccountEvent> events =
                    world.historyUntil(END).events(account.uid()).all();
            assertThat(events.stream().map(AccountEvent::eventTime)).isSorted();
            assertThat(events)
                    .filteredOn(ExecutionReport.class::isInstance)
                    .allSatisfy(event -> assertThat(event.eventTime() - ((ExecutionReport) event).transactionTime())
                            .isBetween(0L, 10L));
        }
    }

    @Test
    void knowsEveryKindOfEvent_andOrder_amongAFewSeeds() {
        Set<Execution> executions = EnumSet.noneOf(Execution.class);
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        Set<String> types = new TreeSet<>();
        Set<String> reasons = new TreeSet<>();
        Set<String> kinds = new TreeSet<>();
        for (long seed = 0; seed < 6; seed++) {
            World world = world(seed, 0);
            for (SimulatedAccount account : world.accounts()) {
                world.historyUntil(END).events(account.uid()).all().forEach(event -> kinds.add(event.type()));
                for (ExecutionReport report : reports(world, account)) {
                    executions.add(report.execution());
                    statuses.add(report.status());
                    types.add(
                            report.placement().type() + " " + report.placement().timeInForce());
                    report.expiryReason().ifPresent(reasons::add);
                }
            }
        }

        assertThat(executions).isEqualTo(EnumSet.allOf(Execution.class));
        assertThat(statuses).isEqualTo(EnumSet.allOf(OrderStatus.class));
        assertThat(kinds)
                .containsExactlyInAnyOrder("executionReport", "outboundAccountPosition", "balanceUpdate", "listStatus");
        assertThat(types)
                .contains(
                        "LIMIT GTC", "LIMIT IOC", "LIMIT FOK", "MARKET GTC", "LIMIT_MAKER GTC", "STOP_LOSS_LIMIT GTC");
        assertThat(reasons)
                .contains("EXCHANGE_CANCELED", "UNFILLED_IOC_QUANTITY_EXPIRED", "UNFILLED_FOK_ORDER_EXPIRED");
    }

    private static BigDecimal sign(BigDecimal amount, boolean positive) {
        return positive ? amount : amount.negate();
    }

    private static List<ExecutionReport> reports(World world, SimulatedAccount account) {
        return world.historyUntil(END).events(account.uid()).all().stream()
                .filter(ExecutionReport.class::isInstance)
                .map(ExecutionReport.class::cast)
                .toList();
    }

    private static World world(long seed, int delayMs) {
        List<SimulatedAccount> accounts = List.of(
                new SimulatedAccount("1", "main@example.com", "k1", "s1", true),
                new SimulatedAccount("2", "sub1@example.com", "k2", "s2", false),
                new SimulatedAccount("3", "sub2@example.com", "k3", "s3", false));
        Switches switches = new Switches(
                true,
                false,
                true,
                Duration.ofMillis(delayMs),
                Duration.ofMinutes(45),
                true,
                new WalletSwitches(true, true, false, true, Duration.ZERO),
                new FuturesSwitches(true, true, FuturesSwitches.Packing.PLAIN, false));
        return new World(SimulatorSettings.of(seed, accounts.size(), FIRST_DAY), switches, accounts);
    }
}
