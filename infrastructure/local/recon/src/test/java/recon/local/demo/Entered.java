package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.aggregate.plan.AggregationPlan;
import recon.collect.plan.DailyPlan;
import recon.local.machine.Machine;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.simulator.futures.PositionTruth;
import recon.storage.event.FuturesRequest;
import recon.storage.position.EntryTable;
import recon.storage.position.StoredEntry;
import recon.storage.queue.WorkQueue;
import recon.storage.report.position.PositionFiles;
import recon.storage.work.RunState;
import recon.storage.work.TaskState;

/** Every closed position is a trade entry, as the exchange knows it, and stays the same one when it is read again. */
final class Entered {
    private Entered() {}

    /** @param last when futures were collected for the last time */
    static void check(Simulator exchange, Machine machine, Instant last) {
        Map<String, List<StoredEntry>> before = exchange.accounts().stream()
                .collect(Collectors.toMap(SimulatedAccount::uid, account -> entries(machine, account)));
        exchange.accounts()
                .forEach(account -> assertThat(before.get(account.uid()))
                        .as("entries of " + account.email())
                        .isNotEmpty()
                        .allSatisfy(entry -> agree(entry, exchange.truth().positions(account.uid(), last)))
                        .extracting(Entered::id)
                        .containsAll(exchange.truth().positions(account.uid(), last).stream()
                                .filter(position -> position.closed().isPresent())
                                .filter(position -> position.movedQuantity().signum() == 0)
                                .map(Entered::id)
                                .toList()));

        LocalDate day = LocalDate.ofInstant(last, ZoneOffset.UTC);
        witnessesAgree(exchange, machine, day);
        again(machine, FuturesRequest.WINDOW + "test", Optional.of(day.minusDays(1)));
        LocalDate today = again(machine, FuturesRequest.FULL + "test", Optional.empty());

        exchange.accounts()
                .forEach(account -> assertThat(entries(machine, account))
                        .as("after everything was read again")
                        .extracting(entry -> entry.entry().facts())
                        .containsAll(before.get(account.uid()).stream()
                                .map(entry -> entry.entry().facts())
                                .toList()));
        assertThat(new String(machine.reports().get(today, PositionFiles.FINDINGS), StandardCharsets.UTF_8))
                .as("files of the history say the same as the lists")
                .doesNotContain("conflicting_rows", "unusable");
    }

    /** Fills, income and wallet, of every account. */
    private static void witnessesAgree(Simulator exchange, Machine machine, LocalDate day) {
        String totals = new String(machine.reports().get(day, PositionFiles.TOTALS), StandardCharsets.UTF_8);
        assertThat(totals.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",agrees,"));
        assertThat(exchange.accounts()).allSatisfy(account -> {
            assertThat(totals).contains("\r\n" + account.uid() + ",wallet,,USDT,");
            assertThat(machine.registry().errors(account.uid()))
                    .filteredOn(error -> error.errorType().startsWith("FUTURES_"))
                    .isEmpty();
        });
    }

    /** The day under which it is reported. */
    private static LocalDate again(Machine machine, String runId, Optional<LocalDate> from) {
        WorkQueue.of(machine.clients(), machine.aws(), DailyPlan.KIND)
                .send(new FuturesRequest(runId, List.of(), List.of(), from, Optional.empty()).body());
        machine.driver().settle(Instant.MAX);
        assertThat(machine.runs().run(runId).orElseThrow().state()).isEqualTo(RunState.COMPLETED);
        assertThat(machine.runs().tasks(runId)).allMatch(task -> task.state() == TaskState.DONE);
        assertThat(machine.runs().tasks(AggregationPlan.runId(runId)))
                .isNotEmpty()
                .allMatch(task -> task.state() == TaskState.DONE);
        return machine.runs().run(runId).orElseThrow().day();
    }

    private static void agree(StoredEntry entry, List<PositionTruth> truth) {
        Map<String, PositionTruth> known = truth.stream().collect(Collectors.toMap(Entered::id, Function.identity()));
        PositionTruth position = known.get(id(entry));
        assertThat(position).as(id(entry)).isNotNull();
        assertThat(entry.entry().facts().quantity()).isEqualByComparingTo(position.entryQuantity());
        assertThat(entry.entry().facts().realizedPnl())
                .hasValueSatisfying(profit -> assertThat(profit).isEqualByComparingTo(position.realizedPnl()));
        assertThat(entry.entry().facts().fundingFees())
                .hasValueSatisfying(funding -> assertThat(funding).isEqualByComparingTo(position.funding()));
    }

    private static List<StoredEntry> entries(Machine machine, SimulatedAccount account) {
        return new EntryTable(machine.clients(), machine.aws(), InstantSource.system())
                .read(account.uid())
                .entries();
    }

    private static String id(StoredEntry entry) {
        return entry.entry().facts().binanceTradeId();
    }

    private static String id(PositionTruth position) {
        return String.join(
                "_",
                position.uid(),
                position.symbol(),
                position.side().name(),
                Long.toString(position.firstFill()),
                Long.toString(position.lastFill()));
    }
}
