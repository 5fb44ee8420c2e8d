package recon.storage.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.storage.testing.Samples.at;

import java.time.YearMonth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import recon.storage.testing.Installation;

class DownloadStartsTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private final Installation installation = Installation.fresh();
    private final DownloadStarts starts = new DownloadStarts(installation.clients(), installation.settings());

    @Test
    void monthHasItsQuota_forEachAccountAndKind() {
        assertThat(IntStream.range(0, 7).mapToObj(i -> starts.ofMonth("1", "income", JANUARY, 5)))
                .containsExactly(true, true, true, true, true, false, false);
        assertThat(starts.ofMonth("1", "trade", JANUARY, 5)).isTrue();
        assertThat(starts.ofMonth("2", "income", JANUARY, 5)).isTrue();
        assertThat(starts.ofMonth("1", "income", JANUARY.plusMonths(1), 5)).isTrue();
    }

    @Test
    void minuteIsTakenOnce_byWhoeverSharesTheAddress() {
        assertThat(starts.ofMinute("nat", at("2026-01-05T00:00:59.999Z"))).isTrue();
        assertThat(starts.ofMinute("nat", at("2026-01-05T00:00:00Z"))).isFalse();
        assertThat(starts.ofMinute("nat", at("2026-01-05T00:01:00Z"))).isTrue();
        assertThat(starts.ofMinute("nat", at("2026-01-05T00:00:30Z"))).isFalse();
        assertThat(starts.ofMinute("other", at("2026-01-05T00:01:30Z"))).isTrue();
    }
}
