package recon.local.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hundred seeds of the fault suite, and what it says where a guard is missing. */
class SoakTest {
    private static final int SEEDS = 200;
    private static final int THREADS = 2;
    /** Within so many seeds a missing guard is noticed; most are at once. */
    private static final int NOTICED_WITHIN = 12;
    /** A strong reference, or the level is forgotten. */
    private static final Logger QUIET = Logger.getLogger("recon");

    static {
        QUIET.setLevel(Level.OFF);
    }

    @Test
    void everyPromiseIsKept_whateverHappens() throws Exception {
        List<Result> results;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            results = threads
                    .invokeAll(LongStream.rangeClosed(1, SEEDS)
                            .mapToObj(seed -> (java.util.concurrent.Callable<Result>) () -> Course.run(seed, Set.of()))
                            .toList())
                    .stream()
                    .map(SoakTest::result)
                    .toList();
        }

        assertThat(results.stream().filter(each -> !each.isGood()).map(SoakTest::told))
                .isEmpty();
        assertThat(results.stream().filter(Result::gentle)).hasSizeGreaterThan(SEEDS / 5);
        assertThat(results.stream().filter(each -> each.recorded() < each.emitted()))
                .as("in rough courses reports are lost")
                .hasSizeGreaterThan(SEEDS / 5);
        assertThat(results.stream().mapToInt(Result::emitted).sum()).isGreaterThan(100 * SEEDS);
    }

    /** Seeds that once failed. */
    @ParameterizedTest
    @ValueSource(longs = {30, 172, 860, 5577})
    void promisesAreKept_whereTheyWereBrokenBefore(long seed) {
        assertThat(Course.run(seed, Set.of()).findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void missingGuardIsNoticed(Guard guard) {
        assertThat(IntStream.rangeClosed(1, NOTICED_WITHIN)
                        .mapToObj(seed -> Course.run(seed, EnumSet.of(guard)))
                        .anyMatch(result -> !result.isGood()))
                .isTrue();
    }

    @Test
    void sameSeedIsTheSameCourse() {
        assertThat(Course.run(4, Set.of())).isEqualTo(Course.run(4, Set.of()));
    }

    private static Result result(Future<Result> run) {
        try {
            return run.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String told(Result result) {
        return "./recon soak --seeds 1 --from " + result.seed() + ": " + result.findings();
    }
}
