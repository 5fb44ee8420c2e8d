package recon.storage.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolActivityTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void settledAMinuteAfterItsSpan_whichIsShortSoonAfterMidnight() {
        assertThat(settled(Duration.ZERO)).isEqualTo("2026-01-05T00:02:00Z");
        assertThat(settled(Duration.ofSeconds(59))).isEqualTo("2026-01-05T00:02:00Z");
        assertThat(settled(Duration.ofMinutes(14))).isEqualTo("2026-01-05T00:16:00Z");
        assertThat(settled(Duration.ofMinutes(15))).isEqualTo("2026-01-05T00:21:00Z");
        assertThat(settled(Duration.ofMinutes(60))).isEqualTo("2026-01-05T06:01:00Z");
        assertThat(settled(Duration.ofDays(1).minusMillis(1))).isEqualTo("2026-01-06T00:01:00Z");
    }

    @Test
    void fewAreNoted_whereMuchHappensAllDay() {
        assertThat(IntStream.range(0, 1_440)
                        .mapToObj(minute ->
                                SymbolActivity.at("7", "BTCUSDT", MIDNIGHT.plus(Duration.ofMinutes(minute)), true))
                        .distinct())
                .hasSize(28);
    }

    @ParameterizedTest
    @CsvSource({
        // at, and the first second at which it may have happened, both into the day
        "PT0S, PT0S",
        "PT59S, PT0S",
        "PT1M, PT1M",
        "PT14M59S, PT14M",
        "PT15M, PT15M",
        "PT59M, PT55M",
        "PT1H, PT1H",
        "PT5H, PT1H",
        "PT6H, PT6H",
        "PT23H, PT18H"
    })
    void mayHaveHappened_fromTheBeginningOfItsSpanOn(Duration at, Duration begin) {
        SymbolActivity activity = SymbolActivity.at("7", "BTCUSDT", MIDNIGHT.plus(at), true);

        assertThat(activity.mayHaveHappenedBy(MIDNIGHT.plus(begin))).isTrue();
        assertThat(activity.mayHaveHappenedBy(MIDNIGHT.plus(begin).minusMillis(1)))
                .isFalse();
    }

    private static Instant settled(Duration into) {
        return SymbolActivity.at("7", "BTCUSDT", MIDNIGHT.plus(into), true).settled();
    }
}
