package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.local.machine.Machine;
import recon.simulator.Fault;
import recon.simulator.Simulator;
import recon.storage.registry.ReconciliationError;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

@Execution(ExecutionMode.CONCURRENT)
class BadAnswersTest {
    private static SortedMap<String, String> undisturbed = new TreeMap<>();

    @TempDir
    private Path folder;

    private TestDemo demo(String out) {
        return TestDemo.of(TestDemo.small(1, 2, 7, folder.resolve(out)));
    }

    /** The books without any fault: the same for all tests, so made once. */
    private static synchronized SortedMap<String, String> undisturbed() throws IOException {
        if (undisturbed.isEmpty()) {
            Path out = Files.createTempDirectory(Path.of("target"), "undisturbed");
            TestDemo demo = TestDemo.of(TestDemo.small(1, 2, 7, out));
            assertThat(demo.run()).as(demo.printed()).isTrue();
            undisturbed = Reported.files(out);
        }
        return undisturbed;
    }

    @ParameterizedTest
    @EnumSource
    void booksAreTheSame_whenAnswersWentWrongOnTheWay(Fault fault) throws IOException {
        TestDemo disturbed = demo("disturbed").visiting((exchange, machine) -> {
            exchange.faults().next(fault, "/api/v3/myTrades", 2);
            exchange.faults().next(fault, "/api/v3/account", 1);
            exchange.faults().next(fault, "/sapi/v1/capital/deposit/hisrec", 1);
            exchange.faults().next(fault, "/sapi/v1/sub-account/universalTransfer", 1);
            exchange.faults().next(fault, "/sapi/v1/accountSnapshot", 1);
            exchange.faults().next(fault, "/api/v3/klines", 1);
        });

        assertThat(disturbed.run()).as(disturbed.printed()).isTrue();
        assertThat(Reported.files(disturbed.out())).isEqualTo(undisturbed());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HTML_403", "TRUNCATED_BODY", "EMPTY_BODY"})
    void sourceIsGivenUpByName_whenItNeverAnswers(Fault fault) {
        List<Task> failed = new ArrayList<>();
        List<ReconciliationError> errors = new ArrayList<>();
        TestDemo demo = demo("given-up").visiting(new Demo.Visit() {
            @Override
            public void before(Simulator exchange, Machine machine) {
                exchange.faults().next(fault, "/sapi/v1/capital/deposit/hisrec", 1_000_000);
            }

            @Override
            public void after(Simulator exchange, Machine machine) {
                failed.addAll(machine.runs().tasks("collect-2026-01-01").stream()
                        .filter(task -> task.state() != TaskState.DONE)
                        .toList());
                errors.addAll(
                        machine.registry().errors(exchange.accounts().getFirst().uid()));
            }
        });

        assertThat(demo.run()).isFalse();

        assertThat(failed).extracting(Task::name).containsOnly("deposits").hasSize(2);
        assertThat(failed).extracting(Task::state).containsOnly(TaskState.FAILED);
        assertThat(errors).anySatisfy(error -> {
            assertThat(error.errorType()).isEqualTo(fault == Fault.TRUNCATED_BODY ? "NETWORK_ERROR" : "UNKNOWN");
            assertThat(error.needsManualReview()).isTrue();
            assertThat(error.rawRef()).startsWith("raw/source=deposits/");
        });
        assertThat(demo.printed()).contains("deposits:").contains("Not done");
    }

    @Test
    void keyThatMayTrade_isRefusedByNameBeforeAnythingIsFetched() {
        List<String> asked = new ArrayList<>();
        TestDemo demo = demo("right").visiting(new Demo.Visit() {
            @Override
            public void before(Simulator exchange, Machine machine) {
                exchange.accounts()
                        .forEach(account -> exchange.setRight(account.apiKey(), "enableSpotAndMarginTrading", true));
            }

            @Override
            public void after(Simulator exchange, Machine machine) {
                asked.addAll(exchange.counters().buckets());
            }
        });

        assertThat(demo.run()).isFalse();

        assertThat(demo.printed()).contains("has the right enableSpotAndMarginTrading: make a key that may only read");
        assertThat(asked)
                .filteredOn(bucket -> bucket.startsWith("sapi:"))
                .containsExactly("sapi:/sapi/v1/account/apiRestrictions:ip");
    }
}
