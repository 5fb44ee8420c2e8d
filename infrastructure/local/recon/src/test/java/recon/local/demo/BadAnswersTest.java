package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recon.local.machine.Machine;
import recon.simulator.Distortion;
import recon.simulator.Fault;
import recon.simulator.Faults;
import recon.simulator.Simulator;
import recon.storage.registry.ReconciliationError;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

@Execution(ExecutionMode.CONCURRENT)
class BadAnswersTest {
    private static final List<String> STRUCK = List.of(
            "/api/v3/account",
            "/sapi/v1/capital/deposit/hisrec",
            "/sapi/v1/sub-account/universalTransfer",
            "/sapi/v1/accountSnapshot",
            "/api/v3/klines");

    /** Of the three mornings of a demo of one day, each has a fault of its own. */
    private static final int MORNINGS = 3;

    private static final int ALWAYS = 1_000_000;

    @TempDir
    private Path folder;

    private TestDemo demo(String out) {
        return TestDemo.of(Undisturbed.demo(folder.resolve(out)));
    }

    static Stream<List<Fault>> faultsOfThreeMornings() {
        List<Fault> all = List.of(Fault.values());
        return IntStream.iterate(0, first -> first < all.size(), first -> first + MORNINGS)
                .mapToObj(first -> all.subList(first, Math.min(first + MORNINGS, all.size())));
    }

    @ParameterizedTest
    @MethodSource("faultsOfThreeMornings")
    void booksAreTheSame_whenAnswersWentWrongOnTheWay(List<Fault> faults) throws IOException {
        Iterator<Fault> left = faults.iterator();
        TestDemo disturbed = demo("disturbed").visiting(new Demo.Visit() {
            @Override
            public void before(Simulator exchange, Machine machine) {}

            @Override
            public void onDay(Simulator exchange, Instant midnight) {
                if (left.hasNext()) {
                    Fault fault = left.next();
                    exchange.faults().next(fault, "/api/v3/myTrades", 2);
                    STRUCK.forEach(path -> exchange.faults().next(fault, path, 1));
                }
                // As odd as they look, these say the same.
                exchange.faults().distort(Distortion.EXPONENT_FORM, "/api/v3/account", 1);
                exchange.faults().distort(Distortion.NUMBER_FOR_STRING, "/sapi/v1/capital/deposit/hisrec", 1);
                exchange.faults().distort(Distortion.EXPONENT_FORM, "/api/v3/myTrades", 3);
            }
        });

        assertThat(disturbed.run()).as(disturbed.printed()).isTrue();
        assertThat(left.hasNext()).isFalse();
        assertThat(Reported.files(disturbed.out())).isEqualTo(Undisturbed.files());
    }

    /** A source that never gives a usable answer, and as what kind of error that is kept. */
    private record Silent(String source, String path, Consumer<Faults> fault, String error) {
        private static Silent of(String source, String path, Fault fault, String error) {
            return new Silent(source, path, faults -> faults.next(fault, path, ALWAYS), error);
        }

        private static Silent of(String source, String path, Distortion distortion, String error) {
            return new Silent(source, path, faults -> faults.distort(distortion, path, ALWAYS), error);
        }
    }

    @Test
    void sourcesAreGivenUpByName_whenTheyNeverAnswer() {
        List<Silent> silent = List.of(
                Silent.of("deposits", "/sapi/v1/capital/deposit/hisrec", Fault.HTML_403, "UNKNOWN"),
                Silent.of("withdrawals", "/sapi/v1/capital/withdraw/history", Fault.TRUNCATED_BODY, "NETWORK_ERROR"),
                Silent.of("spot-trades", "/api/v3/myTrades", Fault.EMPTY_BODY, "UNKNOWN"),
                Silent.of(
                        "universal-transfers",
                        "/sapi/v1/sub-account/universalTransfer",
                        Distortion.TRUNCATED_GZIP,
                        "UNKNOWN"),
                Silent.of("sub-transfers", "/sapi/v1/sub-account/transfer/subUserHistory", Distortion.NO_ID, "UNKNOWN"),
                Silent.of("spot-snapshot", "/sapi/v1/accountSnapshot", Distortion.TIME_IN_SECONDS, "UNKNOWN"));
        List<Task> failed = new ArrayList<>();
        List<ReconciliationError> errors = new ArrayList<>();
        TestDemo demo = demo("given-up").visiting(new Demo.Visit() {
            @Override
            public void before(Simulator exchange, Machine machine) {
                silent.forEach(source -> source.fault().accept(exchange.faults()));
            }

            @Override
            public void after(Simulator exchange, Machine machine) {
                failed.addAll(machine.runs().tasks("collect-2026-01-01").stream()
                        .filter(task -> task.state() != TaskState.DONE)
                        .toList());
                exchange.accounts()
                        .forEach(account -> errors.addAll(machine.registry().errors(account.uid())));
            }
        });

        assertThat(demo.run()).isFalse();

        assertThat(failed)
                .filteredOn(Task::state, TaskState.SKIPPED)
                .as("without the trades there is nothing to prove")
                .extracting(Task::name)
                .containsOnly("spot-trades-round", "stp-orders-round");
        assertThat(failed)
                .filteredOn(Task::state, TaskState.FAILED)
                .extracting(Task::name)
                .as("twice what every account is asked for, once what the main account is and what its subs are")
                .hasSameElementsAs(silent.stream().map(Silent::source).toList())
                .hasSize(2 * 4 + 1 + 1);
        assertThat(silent).allSatisfy(source -> {
            assertThat(errors).anySatisfy(error -> {
                assertThat(error.errorType()).isEqualTo(source.error());
                assertThat(error.needsManualReview()).isTrue();
                assertThat(error.rawRef()).startsWith("raw/source=" + source.source() + "/");
            });
            assertThat(demo.printed()).contains(source.source() + ":");
        });
        assertThat(demo.printed()).contains("Not done");
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
