package recon.stream.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import recon.stream.notice.Alarm;
import recon.stream.notice.Reject;

class LoggedNoticesTest {
    private static final Reject REJECT = new Reject("t/1", 1_767_312_000_000L, "no JSON", "?".getBytes(UTF_8));

    private final List<Reject> asked = new ArrayList<>();
    private int lost;
    private int failures;
    private final LoggedNotices notices = new LoggedNotices(this::archive, Runnable::run, () -> lost++);

    private void archive(Reject reject) {
        asked.add(reject);
        if (asked.size() <= failures) {
            throw new IllegalStateException("away");
        }
    }

    @Test
    void frameIsKept_afterTwoFailures() {
        failures = 2;

        assertThat(notices.keep(REJECT)).isTrue();

        assertThat(asked).hasSize(3);
        assertThat(lost).isZero();
        assertThat(notices.count(Alarm.Kind.REJECT_LOST)).isZero();
    }

    @Test
    void lossIsCountedAndAlarmed_whenTheArchiveStaysAway() {
        failures = 3;

        assertThat(notices.keep(REJECT)).isTrue();

        assertThat(asked).hasSize(3);
        assertThat(lost).isEqualTo(1);
        assertThat(notices.count(Alarm.Kind.REJECT_LOST)).isEqualTo(1);
    }

    @Test
    void frameIsNotTaken_whenTooManyBytesAreUnderWay() {
        List<Runnable> waiting = new ArrayList<>();
        LoggedNotices slow = new LoggedNotices(this::archive, waiting::add, () -> lost++);
        Reject large = new Reject("t/1", 0, "no JSON", new byte[20 << 20]);

        assertThat(slow.keep(large)).isTrue();
        assertThat(slow.keep(large)).isFalse();
        waiting.forEach(Runnable::run);
        assertThat(slow.keep(large)).isTrue();
    }
}
