package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import recon.ledger.integrity.Finding;
import recon.local.machine.Machine;
import recon.simulator.Distortion;
import recon.simulator.Simulator;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.registry.ReconciliationError;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/** The check of the books against the archive, end to end: what is damaged is named, and nothing else stops. */
@Execution(ExecutionMode.CONCURRENT)
class IntegrityTest {
    private static final Set<String> KINDS =
            Stream.of(Finding.Kind.values()).map(Enum::name).collect(Collectors.toSet());
    /** The morning on which the first day is collected, and the one on which it is closed for good. */
    private static final Instant COLLECTED = Instant.parse("2026-01-02T00:00:00Z");

    private static final Instant FINAL = Instant.parse("2026-01-03T00:00:00Z");

    @TempDir
    private Path folder;

    /** What the checks of a demo have found, in all accounts. */
    static List<ReconciliationError> found(Simulator exchange, Machine machine) {
        return exchange.accounts().stream()
                .flatMap(account -> machine.registry().errors(account.uid()).stream())
                .filter(error -> KINDS.contains(error.errorType()))
                .toList();
    }

    /** An archived answer with trades of the first account. */
    private static String trades(Simulator exchange, Machine machine) {
        String account = exchange.accounts().getFirst().uid();
        Archive archive = new Archive(machine.clients(), machine.aws());
        return new ArchiveIndex(machine.clients(), machine.aws())
                .keys("spot-trades", account, COLLECTED, FINAL).stream()
                        .filter(key -> archive.get(key).body().length > "[]".length())
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void negativeFeesAndALostAnswer_areNamedWithTheirEvidence() {
        List<String> lost = new ArrayList<>();
        List<ReconciliationError> errors = new ArrayList<>();
        List<Task> reconciled = new ArrayList<>();
        TestDemo demo = TestDemo.of(TestDemo.small(1, 2, 7, folder)).visiting(new Demo.Visit() {
            @Override
            public void before(Simulator exchange, Machine machine) {
                reading = machine;
                exchange.faults().distort(Distortion.NEGATIVE_FEE, "/api/v3/myTrades", 1_000);
            }

            private Machine reading;

            @Override
            public void onDay(Simulator exchange, Instant midnight) {
                if (midnight.equals(FINAL)) {
                    String key = trades(exchange, reading);
                    reading.clients()
                            .s3()
                            .deleteObject(d -> d.bucket(reading.aws().bucket()).key(key));
                    lost.add(key);
                }
            }

            @Override
            public void after(Simulator exchange, Machine machine) {
                errors.addAll(found(exchange, machine));
                reconciled.addAll(machine.runs().tasks("reconcile-after-collect-2026-01-02"));
            }
        });

        assertThat(demo.run()).as("fees are not what moved the balances").isFalse();

        assertThat(errors)
                .extracting(ReconciliationError::errorType)
                .containsOnly(Finding.Kind.FEE_NEGATIVE.name(), Finding.Kind.RAW_MISSING.name());
        assertThat(errors)
                .filteredOn(error -> error.errorType().equals(Finding.Kind.RAW_MISSING.name()))
                .singleElement()
                .extracting(ReconciliationError::rawRef)
                .isEqualTo(lost.getFirst());
        assertThat(errors).allSatisfy(error -> assertThat(error.rawRef()).startsWith("raw/source=spot-trades/"));
        assertThat(reconciled)
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.state()).as(task.taskId()).isEqualTo(TaskState.DONE));
    }
}
