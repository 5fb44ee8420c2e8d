package recon.storage.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

    private static Instant settled(Duration into) {
        return SymbolActivity.at("7", "BTCUSDT", MIDNIGHT.plus(into), true).settled();
    }
}
