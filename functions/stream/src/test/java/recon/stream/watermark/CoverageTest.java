package recon.stream.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoverageTest {
    private final Heard heard = new Heard(0);
    private final Coverage coverage = new Coverage("1", "t", 17, 0, heard);

    @Test
    void nothingIsClaimed_ofTheMillisecondLastHeardOf() {
        heard.now(100);

        assertThat(coverage.upTo()).isEqualTo(99);
    }

    @Test
    void watermarkWaits_untilAllOfWhatIsOnDiskIsQueued() {
        heard.now(10);
        coverage.spooled(10);
        heard.now(20);
        coverage.spooled(20);
        heard.now(100);
        assertThat(coverage.upTo()).isEqualTo(9);

        coverage.unspooled();
        assertThat(coverage.upTo()).isEqualTo(9);
        coverage.unspooled();

        assertThat(coverage.upTo()).isEqualTo(99);
    }

    @Test
    void watermarkIsTheLesser_ofMemoryAndDisk() {
        heard.now(10);
        coverage.received(10);
        heard.now(20);
        coverage.spooled(20);
        heard.now(100);

        assertThat(coverage.upTo()).isEqualTo(9);
        coverage.acknowledged(10);
        assertThat(coverage.upTo()).isEqualTo(19);
    }

    @Test
    void watermarkStays_whereTheEndedSubscriptionWasLastHeardOf() {
        heard.now(50);
        coverage.end(80, "cut");
        heard.now(100);

        assertThat(coverage.upTo()).isEqualTo(49);
        assertThat(coverage.isSettled()).isTrue();
        assertThat(coverage.watermark().closedAt())
                .hasValueSatisfying(at -> assertThat(at.toEpochMilli()).isEqualTo(80));
        assertThat(coverage.watermark().reason()).hasValue("cut");
    }
}
