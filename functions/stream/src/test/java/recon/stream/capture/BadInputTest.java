package recon.stream.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;
import recon.stream.testing.Line;
import recon.stream.testing.Settings;
import recon.stream.testing.Stage;

/** Whatever comes is counted and kept, and the capture goes on. */
class BadInputTest {
    private final Stage stage = new Stage();
    private Capture capture;

    /** Whatever came before: the next report is queued. */
    @AfterEach
    void captureGoesOn() {
        int before = stage.queue.accepted.size();
        stage.lastLine().report("A", "after all");
        stage.pass(10);
        assertThat(stage.queue.accepted).hasSize(before + 1);
        assertThat(stage.queue.bodies().getLast()).isEqualTo(Line.report("after all"));
    }

    private void start() {
        capture = stage.start(Settings.standard(), "A", "B");
        stage.pass(60_000);
    }

    @Test
    void frameIsKept_thatIsNoJson() {
        start();
        stage.line(0).text("{\"subscriptionId\":0,\"event\":{\"e\":\"executionRep");

        assertThat(stage.count(Count.UNREADABLE)).isEqualTo(1);
        assertThat(new String(stage.rejects.getFirst().frame(), UTF_8)).endsWith("executionRep");
        assertThat(stage.rejects.getFirst().why()).contains("does not end");
    }

    @Test
    void frameIsKept_thatIsBinary() {
        start();
        stage.line(0).binary(new byte[] {1, 2, 3});

        assertThat(stage.count(Count.UNREADABLE)).isEqualTo(1);
        assertThat(stage.rejects.getFirst().frame()).containsExactly(1, 2, 3);
    }

    @Test
    void reportOfTwoMegabytes_isQueuedAlone() {
        start();
        stage.line(0).report("A", "small");
        stage.line(0).report("A", "x".repeat(2 * 1024 * 1024));
        stage.line(0).report("A", "small");
        stage.pass(10);

        assertThat(stage.queue.batches).extracting(batch -> batch.size()).containsExactly(1, 1, 1);
        assertThat(stage.queue.bodies().get(1)).hasSizeGreaterThan(2 * 1024 * 1024);
    }

    @Test
    void otherEventOfTwoMegabytes_isALineInTheLog() {
        start();
        stage.line(0).event(0, "{\"e\":\"eventOfTomorrow\",\"E\":5,\"p\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}");

        assertThat(stage.others).containsExactly("A eventOfTomorrow E=5");
        assertThat(stage.count(Count.OTHER_EVENTS)).isEqualTo(1);
    }

    @Test
    void eventIsKept_whoseSubscriptionNobodyKnows() {
        start();
        stage.line(0).event(70_001, Line.report("whose?"));

        assertThat(stage.count(Count.UNKNOWN_SUBSCRIPTION)).isEqualTo(1);
        assertThat(new String(stage.rejects.getFirst().frame(), UTF_8)).contains("whose?");
        assertThat(stage.queue.accepted).isEmpty();
    }

    @Test
    void reportWithoutASubscription_isKept() {
        start();
        stage.line(0).text("{\"event\":" + Line.report("whose?") + "}");

        assertThat(stage.count(Count.UNKNOWN_SUBSCRIPTION)).isEqualTo(1);
        assertThat(stage.rejects).hasSize(1);
    }

    @Test
    void eventIsQueued_thatCameBeforeTheAnswerToItsSubscription() {
        stage.linesAnswer = false;
        capture = stage.start(Settings.standard(), "A", "B");
        stage.line(0).event(0, Line.report("early"));
        stage.line(0).event(5, Line.report("of nobody"));
        assertThat(stage.count(Count.EARLY)).isEqualTo(2);
        stage.pass(1_000);

        stage.line(0).answer(stage.line(0).unanswered.getFirst());
        stage.line(0).answer(stage.line(0).unanswered.getFirst());
        stage.pass(10);

        assertThat(stage.queue.bodies()).containsExactly(Line.report("early"));
        assertThat(stage.queue.accepted.getFirst().receivedAt()).isEqualTo(Stage.START);
        assertThat(stage.queue.accepted.getFirst().sequence()).isEqualTo(1);
        assertThat(stage.count(Count.UNKNOWN_SUBSCRIPTION)).isEqualTo(1);
        assertThat(new String(stage.rejects.getFirst().frame(), UTF_8)).contains("of nobody");
    }

    @Test
    void revokedKeyIsAlarmedAndOthersGoOn_whenTheStreamSaysSo() {
        start();
        stage.refusals.put("B", "\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}");
        stage.linesAnswer = false;
        stage.line(0).event(1, "{\"e\":\"eventStreamTerminated\",\"E\":1}");
        stage.line(0).text("{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}}");
        stage.line(1).answer(stage.line(1).unanswered.getFirst());
        stage.line(1).answer(stage.line(1).unanswered.getFirst());
        stage.line(1).answersSubscriptions = true;
        stage.pass(10_000);

        assertThat(stage.count(Count.UNAUTHORIZED)).isEqualTo(1);
        assertThat(stage.rejects).hasSize(1);
        assertThat(stage.alarmKinds()).containsOnly(Alarm.Kind.KEY_REFUSED);
        assertThat(stage.lastLine().subscriptions).containsOnlyKeys("A");
        assertThat(capture.status(stage.now).connections().getFirst().refused()).containsExactly("B");
    }

    @Test
    void frameIsAnAlarm_thatCannotBeKept() {
        start();
        stage.keepsRejects = false;
        stage.line(0).text("nonsense");

        assertThat(stage.count(Count.REJECTS_LOST)).isEqualTo(1);
        assertThat(stage.alarmKinds()).containsExactly(Alarm.Kind.REJECT_LOST);
    }
}
