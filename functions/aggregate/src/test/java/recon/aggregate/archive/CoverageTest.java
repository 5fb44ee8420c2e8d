package recon.aggregate.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private final Coverage coverage = new Coverage();

    private void asked(String from, String to) {
        coverage.add(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void nothingIsComplete_whereNothingWasAskedFor() {
        assertThat(coverage.since()).isEmpty();
    }

    @Test
    void whatMeetsOrOverlapsGoesOnBackwards_inAnyOrder() {
        asked("2025-10-01T00:00:00Z", "2026-01-02T00:00:00Z");
        asked("2024-11-05T00:00:00Z", "2025-11-04T23:59:59.999Z");
        asked("2025-12-01T00:00:00Z", "2025-12-02T00:00:00Z");
        asked("2026-01-01T23:00:00Z", "2026-01-05T00:00:00Z");
        asked("2023-11-05T00:00:00Z", "2024-11-04T23:59:59.999Z");

        assertThat(coverage.since()).contains(Instant.parse("2023-11-05T00:00:00Z"));
    }

    @Test
    void whatIsBeforeAGapDoesNotCount() {
        asked("2025-10-01T00:00:00Z", "2026-01-02T00:00:00Z");
        asked("2024-09-30T00:00:00Z", "2025-09-30T23:59:59.998Z");

        assertThat(coverage.since()).contains(Instant.parse("2025-10-01T00:00:00Z"));
    }
}
