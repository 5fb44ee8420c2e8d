package recon.simulator.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.simulator.Limits;

final class BudgetsTest {
    private static final Optional<Bucket> API = Optional.of(Bucket.api());
    private static final long MINUTE = 1_800_000_000_000L;

    @Test
    void resetsAtTheClockMinute_notAMinuteAfterTheFirstRequest() {
        Budgets budgets = new Budgets(new Limits(10, 100, 10, 10, 10));

        assertThat(budgets.admit(MINUTE - 1, API, 10)).isEqualTo(new Verdict.Admitted(10));
        assertThat(budgets.admit(MINUTE, API, 10)).isEqualTo(new Verdict.Admitted(10));
        assertThat(budgets.admit(MINUTE + 59_999, API, 1)).isEqualTo(new Verdict.TooMany(11, 1));
        assertThat(budgets.admit(MINUTE + 60_000, API, 1)).isEqualTo(new Verdict.Admitted(1));
    }

    @Test
    void countsStrikesPerClockMinute_beforeItBans() {
        Budgets budgets = new Budgets(new Limits(1, 1_000, 10, 10, 10));
        for (int i = 0; i < 19; i++) {
            assertThat(budgets.admit(MINUTE, API, 2)).isInstanceOf(Verdict.TooMany.class);
        }

        assertThat(budgets.admit(MINUTE + 60_000, API, 2)).isInstanceOf(Verdict.TooMany.class);
        assertThat(budgets.admit(MINUTE + 60_001, API, 1)).isInstanceOf(Verdict.TooMany.class);
    }

    @Test
    void countsNothing_duringABan() {
        Budgets budgets = new Budgets(Limits.real());
        budgets.ban(MINUTE);

        assertThat(budgets.admit(MINUTE + 119_999, API, 20)).isEqualTo(new Verdict.Banned(MINUTE + 120_000, 1));
        assertThat(budgets.used("api:ip")).isEmpty();
        assertThat(budgets.admit(MINUTE + 120_000, API, 20)).isEqualTo(new Verdict.Admitted(20));
        assertThat(budgets.requests()).isEqualTo(3);
    }

    @Test
    void neverBansForMoreThanThreeDays_howeverOftenItBans() {
        Budgets budgets = new Budgets(Limits.real());
        long now = MINUTE;
        long length = 0;
        for (int i = 0; i < 14; i++) {
            length = budgets.ban(now).untilMs() - now;
            now += length;
        }

        assertThat(length).isEqualTo(3L * 86_400_000);
    }
}
