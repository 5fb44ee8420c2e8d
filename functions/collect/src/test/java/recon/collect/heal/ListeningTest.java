package recon.collect.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.collect.heal.Scene.DAY;
import static recon.collect.heal.Scene.mark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import recon.ledger.completeness.Gap;
import recon.storage.registry.ReconciliationError;
import recon.storage.watermark.Watermark;

class ListeningTest {
    private final Scene scene = new Scene();

    private static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + "Z");
    }

    private static Watermark heard(String task, String connection, String from, String to) {
        return mark(task, connection, at(from), at(to));
    }

    private void listen(Watermark... marks) {
        scene.listening = Listening.of(List.of(marks)).orElseThrow();
    }

    private Unheard gaps() {
        return scene.healing.gaps(scene.listening, DAY);
    }

    @Test
    void nobodyListens_withoutWatermarks() {
        assertThat(Listening.of(List.of())).isEmpty();
    }

    @Test
    void theDayHasNoGap_whenTwoTasksTogetherCoverIt() {
        listen(
                mark("a", "1", Instant.parse("2026-01-04T20:00:00Z"), at("10:00:00")),
                mark("b", "1", at("09:00:00"), Instant.parse("2026-01-06T00:00:00Z")));
        assertThat(gaps()).isEqualTo(new Unheard(0, Duration.ZERO));
        assertThat(scene.errors.all("7")).isEmpty();
    }

    /** Task a is away from 10:00 to 12:00 and from 14:00 on; task b listens from 11:00 to 15:00 and from 16:00 on. */
    @Test
    void onlyWhatNeitherTaskHeard_isAGap() {
        listen(
                mark("a", "1", Instant.parse("2026-01-04T20:00:00Z"), at("10:00:00")),
                heard("a", "2", "12:00:00", "14:00:00"),
                heard("b", "1", "11:00:00", "15:00:00"),
                mark("b", "2", at("16:00:00"), Instant.parse("2026-01-06T00:10:00Z")));
        assertThat(gaps()).isEqualTo(new Unheard(2, Duration.ofHours(2)));
        assertThat(scene.errors.open())
                .containsExactly(
                        "STREAM_GAP/2026-01-05T10:00:00Z/2026-01-05T11:00:00Z",
                        "STREAM_GAP/2026-01-05T15:00:00Z/2026-01-05T16:00:00Z");
        ReconciliationError gap = scene.errors.get("STREAM_GAP/2026-01-05T10:00:00Z/2026-01-05T11:00:00Z");
        assertThat(gap.needsManualReview()).isFalse();
        assertThat(gap.message()).contains("from 2026-01-05T10:00:00Z to 2026-01-05T11:00:00Z (PT1H)");
    }

    /** The subscription of 08:00 never claimed anything: it shows that somebody meant to listen, and no more. */
    @Test
    void aWatermarkThatEndsBeforeItBegan_coversNothing() {
        listen(heard("a", "1", "08:00:00", "07:59:59"), heard("a", "2", "08:30:00", "23:00:00"));
        assertThat(scene.listening.gaps(at("07:00:00"), at("22:00:00")))
                .containsExactly(new Gap(at("08:00:00"), at("08:30:00")));
    }

    @Test
    void theTimeBeforeTheFirstSubscription_isNoGap_andWhatFollowsTheLastWatermarkIs() {
        listen(heard("a", "1", "09:00:00", "23:00:00"));
        assertThat(gaps()).isEqualTo(new Unheard(1, Duration.ofHours(1)));
        assertThat(scene.errors.open()).containsExactly("STREAM_GAP/2026-01-05T23:00:00Z/2026-01-06T00:00:00Z");
        assertThat(scene.healing.gaps(scene.listening, DAY.minusDays(1))).isEqualTo(new Unheard(0, Duration.ZERO));
    }

    @Test
    void aGapIsSettled_andWhatIsLeftOfItNamed_whenItsReportsAreRecordedLater() {
        listen(heard("a", "1", "09:00:00", "10:00:00"), heard("a", "2", "12:00:00", "23:59:59"));
        gaps();
        assertThat(scene.settle()).isZero();
        assertThat(scene.errors.open()).hasSize(2);

        listen(heard("a", "1", "09:00:00", "11:00:00"), mark("a", "2", at("12:00:00"), Scene.NOW));
        scene.settle();
        assertThat(scene.errors.open()).containsExactly("STREAM_GAP/2026-01-05T11:00:00Z/2026-01-05T12:00:00Z");
    }
}
