package recon.stream.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import recon.stream.connection.LinkState;
import recon.stream.testing.MemorySpool;
import recon.stream.testing.Settings;
import recon.stream.testing.Stage;

/** Every report of an account is in one place: in the queue, in memory or on disk. */
class AccountStatusTest {
    private static final long MINUTE = 60_000;
    private static final int FEW_BYTES = 3_000;

    private final Stage stage = new Stage();
    private final MemorySpool spool = new MemorySpool(1_000_000);

    private static AccountStatus live(String uid, long received, long queued, long held, long spooled, long at) {
        return new AccountStatus(uid, LinkState.LIVE, false, received, queued, held, spooled, 0, OptionalLong.of(at));
    }

    @Test
    void reportsAreInMemoryAndOnDisk_whileTheQueueIsAway_andInTheQueueAfterwards() {
        Capture capture = stage.capture(Settings.buffered(FEW_BYTES), spool, false, "A", "B");
        capture.start(stage.now);
        stage.pass(100);
        stage.queue.away = true;
        long at = stage.now;
        stage.line(0).report("B", "b0");
        for (int i = 0; i < 30; i++) {
            stage.line(0).report("A", "a" + i);
        }
        stage.pass(1_000);

        int onDisk = spool.kept().size();
        assertThat(onDisk).isBetween(15, 25);
        assertThat(capture.status(stage.now).accounts())
                .containsExactly(live("A", 30, 0, 30 - onDisk, onDisk, at), live("B", 1, 0, 1, 0, at));

        stage.queue.away = false;
        stage.pass(MINUTE);

        assertThat(capture.status(stage.now).accounts())
                .containsExactly(live("A", 30, 30, 0, 0, at), live("B", 1, 1, 0, 0, at));
    }

    @Test
    void onlyWhatTheQueueTookIsCounted_whenItRefusesSome() {
        Capture capture = stage.start(Settings.standard(), "A");
        stage.queue.refuses = Set.of(0, 2);
        long at = stage.now;
        for (int i = 0; i < 3; i++) {
            stage.line(0).report("A", "a" + i);
        }
        stage.pass(6);

        assertThat(capture.status(stage.now).accounts()).containsExactly(live("A", 3, 1, 2, 0, at));
    }

    @Test
    void whatAnEarlierProcessLeftIsCountedApart() {
        Stage before = new Stage();
        Capture earlier = before.capture(Settings.standard(), spool, false, "A");
        earlier.start(before.now);
        before.queue.away = true;
        before.line(0).report("A", "left");
        earlier.stop(before.now);
        before.pass(20_000);

        stage.now = before.now;
        Capture capture = stage.capture(Settings.standard(), spool, false, "A");
        capture.start(stage.now);
        stage.pass(10);

        assertThat(capture.status(stage.now).accounts())
                .containsExactly(new AccountStatus("A", LinkState.LIVE, false, 0, 0, 0, 0, 1, OptionalLong.empty()));
    }

    @Test
    void refusedAccountIsSeen_besideOnesThatAreNot() {
        stage.refusals.put("B", "\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}");
        Capture capture = stage.start(Settings.standard(), "A", "B");
        stage.pass(10);

        assertThat(capture.status(stage.now).accounts())
                .extracting(AccountStatus::uid, AccountStatus::refused)
                .containsExactly(tuple("A", false), tuple("B", true));
    }
}
