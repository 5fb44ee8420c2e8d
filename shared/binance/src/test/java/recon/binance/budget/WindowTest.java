package recon.binance.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    @ParameterizedTest
    @CsvSource({
        "PT1M, 2026-11-20T00:01:00Z,     2026-11-20T00:01:00Z, 2026-11-20T00:02:00Z, 2026-11-20T00:01:59Z",
        "PT1M, 2026-11-20T00:01:59.999Z, 2026-11-20T00:01:00Z, 2026-11-20T00:02:00Z, 2026-11-20T00:01:59Z",
        "PT5M, 2026-11-20T00:07:30Z,     2026-11-20T00:05:00Z, 2026-11-20T00:10:00Z, 2026-11-20T00:09:59Z",
        "PT1S, 2026-11-20T00:07:30.250Z, 2026-11-20T00:07:30Z, 2026-11-20T00:07:31Z, 2026-11-20T00:07:30.900Z",
        "P1D,  2026-11-20T13:00:00Z,     2026-11-20T00:00:00Z, 2026-11-21T00:00:00Z, 2026-11-20T23:59:59Z",
    })
    void windowsAreClockIntervals_whateverTheirLength(
            Duration length, Instant at, Instant start, Instant end, Instant closing) {
        Window window = Window.at(length, at);
        assertThat(window.start()).isEqualTo(start);
        assertThat(window.end()).isEqualTo(end);
        assertThat(window.closing()).isEqualTo(closing);
        assertThat(window.closedAt(closing)).isTrue();
        assertThat(window.closedAt(closing.minusMillis(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T00:01:00Z,     2026-11-20T00:01:58Z,     true",
        "2026-11-20T00:01:58.900Z, 2026-11-20T00:02:00Z,     false",
        "2026-11-20T00:01:58.900Z, 2026-11-20T00:01:59.999Z, true",
    })
    void onlyARoundTripWithinOneWindowTellsOfIt(Instant sent, Instant received, boolean same) {
        Bucket bucket = new Bucket("b", "door", Duration.ofMinutes(1), 10);
        Optional<Window> around = Window.around(bucket, sent, received);
        assertThat(around.isPresent()).isEqualTo(same);
    }

    @Property
    void everyInstantLiesInItsWindow(
            @ForAll @LongRange(min = -10_000_000, max = 4_000_000_000_000L) long millis,
            @ForAll @LongRange(min = 1, max = 86_400_000) long length) {
        Window window = Window.at(Duration.ofMillis(length), Instant.ofEpochMilli(millis));
        assertThat(window.start().toEpochMilli()).isLessThanOrEqualTo(millis);
        assertThat(window.end().toEpochMilli()).isGreaterThan(millis);
        assertThat(Math.floorMod(window.start().toEpochMilli(), length)).isZero();
    }
}
