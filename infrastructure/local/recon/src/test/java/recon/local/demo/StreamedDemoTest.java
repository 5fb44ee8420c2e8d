package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import recon.local.machine.Machine;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.simulator.event.ExecutionReport;
import recon.simulator.stream.Delivery;
import recon.storage.execution.ExecutionTables;
import recon.storage.watermark.Watermarks;

/** A demo that captures execution reports, against what the exchange knows that it has sent. */
@Execution(ExecutionMode.CONCURRENT)
class StreamedDemoTest {
    private static final int TASKS = 2;

    @TempDir
    private Path folder;

    private final List<Simulator> exchanges = new ArrayList<>();

    @Test
    void numbersAreTheExchanges_andNothingVaries() {
        TestDemo streamed = TestDemo.of(TestDemo.small(1, 2, 7, folder).withStream(true))
                .visiting(new Demo.Visit() {
                    @Override
                    public void before(Simulator exchange, Machine machine) {}

                    @Override
                    public void after(Simulator exchange, Machine machine) {
                        exchange.accounts().forEach(account -> check(exchange, machine, account));
                        exchanges.add(exchange);
                    }
                });
        assertThat(streamed.run()).as(streamed.printed()).isTrue();

        Simulator exchange = exchanges.getFirst();
        for (SimulatedAccount account : exchange.accounts()) {
            long sent = reports(account, exchange).mapToInt(Delivery::copies).sum();
            long different = executions(account, exchange).size();
            assertThat(different).isGreaterThan(20);
            assertThat(sent).isEqualTo(TASKS * different);
            assertThat(streamed.printed().lines().filter(line -> line.contains(account.email())))
                    .as("received, queued, recorded, duplicates, healed")
                    .first()
                    .satisfies(line -> assertThat(line.trim().split(" +"))
                            .startsWith(
                                    account.email(), text(sent), text(sent), text(different), text(different), "0"));
        }
    }

    /** As with a process that is killed: nobody closes a connection, and what was on its way is still on disk. */
    @Test
    void everythingSentIsRecordedOnce_whenItIsCutInTheMiddleAndStartedAgain() {
        TestDemo demo = TestDemo.of(TestDemo.small(1, 1, 8, folder).withStream(true))
                .visiting(new Demo.Visit() {
                    @Override
                    public void before(Simulator exchange, Machine machine) {
                        exchanges.add(exchange);
                    }

                    @Override
                    public void onDay(Simulator exchange, Instant midnight) {
                        if (exchanges.size() == 1
                                && midnight.isAfter(
                                        DemoOptions.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC))) {
                            throw new IllegalStateException("cut");
                        }
                    }

                    @Override
                    public void after(Simulator exchange, Machine machine) {
                        exchange.accounts().forEach(account -> check(exchange, machine, account));
                    }
                });
        assertThatThrownBy(demo::run).hasMessage("cut");

        assertThat(demo.run()).as(demo.printed()).isTrue();

        assertThat(exchanges).hasSize(2);
        assertThat(demo.printed()).contains("counted since this demo was continued, at 2026-01-02T00:00");
    }

    /** What is recorded of an account is what was sent of it, in all runs. */
    private void check(Simulator last, Machine machine, SimulatedAccount account) {
        Simulator[] all =
                Stream.concat(exchanges.stream(), Stream.of(last)).distinct().toArray(Simulator[]::new);
        Set<LocalDate> days = new TreeSet<>();
        Set<String> symbols = new TreeSet<>();
        reports(account, all).map(each -> (ExecutionReport) each.event()).forEach(report -> {
            days.add(LocalDate.ofInstant(Instant.ofEpochMilli(report.transactionTime()), ZoneOffset.UTC));
            symbols.add(report.placement().symbol());
        });
        ExecutionTables tables = new ExecutionTables(machine.clients(), machine.aws());
        Set<String> recorded = new TreeSet<>();
        days.forEach(day -> symbols.forEach(symbol -> tables.executions(account.uid(), symbol, day)
                .forEach(one -> recorded.add(symbol + " " + one.execution().executionId()))));
        assertThat(recorded).isNotEmpty().isEqualTo(executions(account, all));
        assertThat(new Watermarks(machine.clients(), machine.aws()).list(account.uid()))
                .as("one for each zone and day at least, and no end without its reason")
                .hasSizeGreaterThanOrEqualTo(TASKS)
                .allMatch(mark -> mark.closedAt().isPresent() == mark.reason().isPresent());
    }

    /** An execution's id is one of its symbol. */
    private static Set<String> executions(SimulatedAccount account, Simulator... exchanges) {
        return reports(account, exchanges)
                .map(each -> (ExecutionReport) each.event())
                .map(report -> report.placement().symbol() + " " + report.executionId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Delivery> reports(SimulatedAccount account, Simulator... exchanges) {
        return Stream.of(exchanges)
                .flatMap(exchange -> exchange.streams().deliveries().all().stream())
                .filter(each -> each.uid().equals(account.uid()) && each.event() instanceof ExecutionReport);
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
