package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import recon.binance.json.ExchangeJson;
import recon.binance.source.Source;
import recon.binance.source.Sources;
import recon.collect.plan.FuturesPlan;
import recon.local.machine.Machine;
import recon.simulator.Activity;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.RawResponse;
import recon.storage.event.Collected;
import recon.storage.registry.TradedSymbol;
import recon.storage.work.RunState;
import recon.storage.work.TaskState;

/** What is read every four hours for the positions in futures contracts, on the days of a demo. */
@Execution(ExecutionMode.CONCURRENT)
class FuturesRunTest {
    private static final Instant OPENING = Instant.parse("2026-01-01T00:00:00Z");
    private static final Pattern START = Pattern.compile("startTime=(\\d+)");
    private static final Pattern END = Pattern.compile("endTime=(\\d+)");

    @TempDir
    private Path folder;

    private TestDemo demo() {
        return TestDemo.of(TestDemo.small(1, 2, 7, folder).withWallets(true));
    }

    /** The request lines of a source in the order of the answers. */
    private static List<String> asked(Machine machine, String source, String account) {
        ArchiveIndex index = new ArchiveIndex(machine.clients(), machine.aws());
        Archive archive = new Archive(machine.clients(), machine.aws());
        List<RawResponse> answers = new ArrayList<>();
        index.days(source, account)
                .forEach(day -> index.keys(source, account, day, Optional.empty(), 10_000)
                        .forEach(key -> answers.add(archive.get(key))));
        return answers.stream()
                .sorted(Comparator.comparing(RawResponse::receivedAt))
                .map(RawResponse::request)
                .toList();
    }

    private static Instant at(Pattern time, String line) {
        Matcher matcher = time.matcher(line);
        assertThat(matcher.find()).as(line).isTrue();
        return Instant.ofEpochMilli(Long.parseLong(matcher.group(1)));
    }

    @Test
    void everyFourHours_whatIsNewIsRead_andNoDayIsClosedByIt() throws Exception {
        Map<String, List<String>> income = new HashMap<>();
        Map<String, List<String>> forced = new HashMap<>();
        Map<String, List<String>> trades = new HashMap<>();
        Map<String, Integer> fills = new HashMap<>();
        List<TradedSymbol> quiet = new ArrayList<>();
        TestDemo demo = demo().besides(Activity.FUTURES).visiting(new Demo.Visit() {
            @Override
            public void before(Simulator exchange, Machine machine) {}

            @Override
            public void after(Simulator exchange, Machine machine) {
                List<Instant> moments = FuturesPlan.moments(OPENING, OPENING.plus(Duration.ofDays(2)));
                assertThat(moments).hasSize(12).allSatisfy(at -> {
                    String runId = FuturesPlan.runId(at);
                    assertThat(machine.runs().run(runId).orElseThrow().state()).isEqualTo(RunState.COMPLETED);
                    assertThat(machine.runs().tasks(runId)).allMatch(task -> task.state() == TaskState.DONE);
                    assertThat(machine.runs().run(Collected.closedBy(runId))).isEmpty();
                });
                Downloaded.check(exchange, machine);
                Valued.check(exchange, machine, OPENING, OPENING.plus(Duration.ofHours(44)));
                for (SimulatedAccount account : exchange.accounts()) {
                    income.put(account.uid(), asked(machine, "futures-income", account.uid()));
                    forced.put(account.uid(), asked(machine, "futures-force-orders", account.uid()));
                    trades.put(account.uid(), asked(machine, "futures-trades", account.uid()));
                    machine.registry().traded(account.uid(), "futures-trades").stream()
                            .filter(contract -> contract.lastChecked().isBefore(moments.getLast()))
                            .forEach(quiet::add);
                    fills.put(
                            account.uid(),
                            exchange.truth()
                                    .rows("futures-trades", account.uid(), OPENING, OPENING.plus(Duration.ofDays(1))));
                }
                Entered.check(exchange, machine, moments.getLast());
            }
        });

        assertThat(demo.run()).as(demo.printed()).isTrue();

        assertThat(fills.values()).as("a world in which contracts are traded").allMatch(count -> count > 3);
        income.values().forEach(FuturesRunTest::goesOn);
        forced.values()
                .forEach(lines -> assertThat(lines)
                        .as("13 windows at first, one or two later")
                        .hasSizeBetween(24, 36));
        trades.values().forEach(lines -> {
            assertThat(lines.getFirst()).contains("startTime=").doesNotContain("fromId");
            assertThat(lines.getLast()).contains("fromId=").doesNotContain("startTime");
        });
        assertThat(quiet)
                .as("contracts in which nothing happens are left alone until the next day")
                .isNotEmpty();
        assertThat(Files.readAllLines(folder.resolve("truth").resolve("positions.csv")))
                .hasSizeGreaterThan(2)
                .first()
                .asString()
                .startsWith("email,symbol,position_side");
    }

    /** Beside three daily runs: ninety days at first, then what is new and an hour, and once a day two whole days. */
    private static void goesOn(List<String> lines) {
        List<String> futures = lines.stream()
                .filter(line -> Duration.between(OPENING, at(END, line)).toMinutes() % (24 * 60) > 60)
                .toList();
        assertThat(futures).hasSize(12);
        Instant before = at(END, futures.getFirst());
        assertThat(at(START, futures.getFirst())).isEqualTo(before.minus(Duration.ofDays(90)));
        for (String line : futures.subList(1, futures.size())) {
            Instant end = at(END, line);
            boolean first = Duration.between(OPENING, end).toHours() % 24 == 2;
            assertThat(at(START, line))
                    .as(line)
                    .isEqualTo(first ? end.minus(Duration.ofDays(2)) : before.minus(Duration.ofHours(1)));
            before = end;
        }
    }

    @Test
    void accountsWithoutAFuturesWallet_costNothing() {
        List<String> wanted = new ArrayList<>();
        TestDemo demo = demo().besides().visiting(new Demo.Visit() {
            @Override
            public void before(Simulator exchange, Machine machine) {}

            @Override
            public void after(Simulator exchange, Machine machine) {
                List<Instant> moments = FuturesPlan.moments(OPENING, OPENING.plus(Duration.ofHours(12)));
                moments.forEach(machine.driver()::collectFutures);
                assertThat(moments)
                        .allSatisfy(at -> assertThat(machine.runs().tasks(FuturesPlan.runId(at)))
                                .isNotEmpty());
                moments.stream()
                        .flatMap(at -> machine.runs().tasks(FuturesPlan.runId(at)).stream())
                        .filter(task -> !task.totals().isEmpty() || task.state() != TaskState.DONE)
                        .forEach(task -> wanted.add(task.runId() + " " + task.taskId()));
                ArchiveIndex index = new ArchiveIndex(machine.clients(), machine.aws());
                Sources.futures(ExchangeJson.mapper()).stream()
                        .map(Source::name)
                        .filter(source -> !index.accounts(source).isEmpty())
                        .forEach(wanted::add);
            }
        });

        assertThat(demo.run()).as(demo.printed()).isTrue();

        assertThat(wanted).isEmpty();
    }
}
