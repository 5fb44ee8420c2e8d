package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.aggregate.plan.AggregationPlan;
import recon.collect.plan.DownloadPlan;
import recon.local.machine.Machine;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.RawResponse;
import recon.storage.event.Collected;
import recon.storage.position.EntryTable;
import recon.storage.work.RunState;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/** Files of the history: they have every row that the exchange has of their days, and are asked for with care. */
final class Downloaded {
    private static final LocalDate FROM = LocalDate.of(2025, 12, 1);
    private static final LocalDate TO = LocalDate.of(2026, 1, 1);
    private static final Map<String, String> TRUTH =
            Map.of("income", "income", "trade", "futures-trades", "order", "futures-orders");

    private Downloaded() {}

    /** Downloads at the end of a demo, for all accounts. */
    static void check(Simulator exchange, Machine machine) {
        EntryTable entries = new EntryTable(machine.clients(), machine.aws(), InstantSource.system());
        Map<String, Long> syncs = syncs(exchange, entries);

        machine.driver().downloadFutures(FROM, TO);

        assertThat(syncs(exchange, entries)).as("one more of each account").isEqualTo(more(syncs));

        Map<String, Task> tasks = machine.runs().tasks(DownloadPlan.runId(FROM, TO)).stream()
                .collect(Collectors.toMap(Task::taskId, Function.identity()));
        Instant end = TO.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (SimulatedAccount account : exchange.accounts()) {
            TRUTH.forEach((kind, truth) -> {
                Task task = tasks.get("futures-downloads-" + kind + ":" + account.uid());
                assertThat(task.state()).as(task.reason()).isEqualTo(TaskState.DONE);
                assertThat(task.totals().get("rows"))
                        .as(task.taskId())
                        .isPositive()
                        .isEqualTo(exchange.truth().rows(truth, account.uid(), end.minus(Duration.ofDays(32)), end));
            });
        }
        folded(exchange, machine, DownloadPlan.runId(FROM, TO));
        assertThat(exchange.accounts().stream().flatMap(account -> answers(machine, "futures-downloads", account)))
                .as("files")
                .hasSize(3 * exchange.accounts().size())
                .allSatisfy(file -> assertThat(file.request()).doesNotContain("?"));
        List<Long> minutes = exchange.accounts().stream()
                .flatMap(account -> answers(machine, "futures-download-requests", account))
                .filter(answer -> answer.request().contains("startTime="))
                .map(answer -> answer.receivedAt().getEpochSecond() / 60)
                .toList();
        assertThat(minutes).hasSize(3 * exchange.accounts().size()).doesNotHaveDuplicates();
    }

    /** How often the entries of each account were synced. */
    private static Map<String, Long> syncs(Simulator exchange, EntryTable entries) {
        return exchange.accounts().stream()
                .collect(Collectors.toMap(
                        SimulatedAccount::uid,
                        account -> entries.pointer(account.uid()).revision()));
    }

    private static Map<String, Long> more(Map<String, Long> syncs) {
        return syncs.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue() + 1));
    }

    /** The end of the download sets off a sync of each account, and closes no day. */
    private static void folded(Simulator exchange, Machine machine, String download) {
        String fold = AggregationPlan.runId(download);
        assertThat(machine.runs().run(fold)).hasValueSatisfying(run -> {
            assertThat(run.state()).isEqualTo(RunState.COMPLETED);
            assertThat(run.day()).as("the day on which it ended").isAfter(TO);
        });
        assertThat(machine.runs().tasks(fold))
                .hasSize(exchange.accounts().size() + 1)
                .allMatch(task -> task.state() == TaskState.DONE);
        assertThat(machine.runs().run(Collected.closedBy(download))).isEmpty();
    }

    private static Stream<RawResponse> answers(Machine machine, String source, SimulatedAccount account) {
        ArchiveIndex index = new ArchiveIndex(machine.clients(), machine.aws());
        Archive archive = new Archive(machine.clients(), machine.aws());
        return index.days(source, account.uid()).stream()
                .flatMap(day -> index.keys(source, account.uid(), day, Optional.empty(), 1_000).stream())
                .map(archive::get);
    }
}
