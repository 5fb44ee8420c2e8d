package recon.storage.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static recon.storage.testing.Samples.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.storage.testing.Installation;

class WindowCountersTest {
    private static final Instant MINUTE = at("2026-01-05T10:00:00Z");
    private static final Instant NEXT_MINUTE = at("2026-01-05T10:01:00Z");
    private static final Instant NEXT_SECOND = at("2026-01-05T10:00:01Z");
    private WindowCounters counters;

    @BeforeEach
    void install() {
        Installation installation = Installation.fresh();
        counters = new WindowCounters(installation.clients(), installation.settings());
    }

    private static Addition minute(int amount, int ceiling) {
        return new Addition(MINUTE, Duration.ofMinutes(1), amount, ceiling);
    }

    private static Addition second(int amount, int ceiling) {
        return new Addition(MINUTE, Duration.ofSeconds(1), amount, ceiling);
    }

    private Optional<Instant> tryAdd(Map<String, Addition> additions) {
        return counters.tryAdd(List.copyOf(additions.entrySet()));
    }

    @Test
    void addsUpToTheCeiling_andNamesTheNextWindowBeyondIt() {
        assertThat(tryAdd(Map.of("api", minute(60, 100)))).isEmpty();
        assertThat(tryAdd(Map.of("api", minute(41, 100)))).contains(NEXT_MINUTE);
        assertThat(tryAdd(Map.of("api", minute(40, 100)))).isEmpty();
        assertThat(tryAdd(Map.of("api", minute(1, 100)))).contains(NEXT_MINUTE);
        assertThat(tryAdd(Map.of("api", new Addition(NEXT_MINUTE, Duration.ofMinutes(1), 100, 100))))
                .isEmpty();
        assertThat(tryAdd(Map.of("raw", minute(100, 100)))).isEmpty();
    }

    @Test
    void addsToNone_whenOneOfSeveralRefuses() {
        assertThat(tryAdd(Map.of("a", minute(5, 10), "b", second(5, 5)))).isEmpty();
        assertThat(tryAdd(Map.of("a", minute(5, 10), "b", second(1, 5)))).contains(NEXT_SECOND);

        assertThat(tryAdd(Map.of("a", minute(5, 10)))).as("a was left alone").isEmpty();
    }

    @Test
    void addsToNoWindowOfABucket_whenOneOfThemRefuses() {
        Addition next = new Addition(NEXT_MINUTE, Duration.ofMinutes(1), 6, 10);
        assertThat(tryAdd(Map.of("a", next))).isEmpty();

        assertThat(counters.tryAdd(List.of(Map.entry("a", minute(6, 10)), Map.entry("a", next))))
                .contains(NEXT_MINUTE.plusSeconds(60));

        assertThat(tryAdd(Map.of("a", minute(10, 10))))
                .as("the minute before was left alone")
                .isEmpty();
    }

    @Test
    void namesTheLastWindowToReopen_whenSeveralRefuse() {
        tryAdd(Map.of("a", minute(10, 10), "b", second(5, 5)));

        assertThat(tryAdd(Map.of("a", minute(1, 10), "b", second(1, 5)))).contains(NEXT_MINUTE);
    }

    @Test
    void neverExceedsTheCeiling_whateverTheConcurrency() throws Exception {
        List<Callable<Integer>> workers = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(i -> () -> (int) IntStream.range(0, 10)
                        .filter(k -> tryAdd(Map.of("x", minute(1, 25), "y", minute(1, 1000)))
                                .isEmpty())
                        .count())
                .toList();
        int granted = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> one : threads.invokeAll(workers)) {
                granted += one.get();
            }
        }

        assertThat(granted).isBetween(1, 25);
        int rest = 25 - granted;
        assertThat(tryAdd(Map.of("x", minute(rest + 1, 25)))).contains(NEXT_MINUTE);
        assertThat(rest == 0 || tryAdd(Map.of("x", minute(rest, 25))).isEmpty()).isTrue();
    }

    @Test
    void counterRisesToWhatTheExchangeSays_andNeverFalls() {
        counters.raise("api", MINUTE, 90);
        assertThat(tryAdd(Map.of("api", minute(11, 100)))).contains(NEXT_MINUTE);
        assertThat(tryAdd(Map.of("api", minute(5, 100)))).isEmpty();

        counters.raise("api", MINUTE, 10);

        assertThat(tryAdd(Map.of("api", minute(6, 100)))).contains(NEXT_MINUTE);
        assertThat(tryAdd(Map.of("api", minute(5, 100)))).isEmpty();
    }

    @Test
    void haltLastsToItsEnd_andIsNeverShortened() {
        Instant until = MINUTE.plusSeconds(30);
        counters.halt("api", until);
        counters.halt("api", MINUTE.plusSeconds(10));
        counters.halt("sapi", MINUTE.plusSeconds(20));

        assertThat(counters.halted(List.of("sapi", "api", "other"), MINUTE)).contains(until);
        assertThat(counters.halted(List.of("other"), MINUTE)).isEmpty();
        assertThat(counters.halted(List.of("api"), until.minusMillis(1))).contains(until);
        assertThat(counters.halted(List.of("api"), until)).isEmpty();
        assertThat(counters.halted(List.of(), MINUTE)).isEqualTo(Optional.empty());
    }

    @Test
    void refused_whenAnAmountNeverFits() {
        assertThatIllegalArgumentException().isThrownBy(() -> minute(101, 100));
    }
}
