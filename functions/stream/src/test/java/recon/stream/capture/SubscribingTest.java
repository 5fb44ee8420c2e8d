package recon.stream.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import recon.stream.connection.LinkState;
import recon.stream.notice.Alarm;
import recon.stream.testing.Settings;
import recon.stream.testing.Stage;

/** What the exchange may answer to a subscription. */
class SubscribingTest {
    private static final long MINUTE = 60_000;

    private final Stage stage = new Stage();

    @Test
    void connectionIsConnecting_untilTheHandshakeIsDoneAndSubscribing_untilAllAreAnswered() {
        stage.linesAnswer = false;
        Capture capture = stage.start(Settings.standard(), "A", "B");

        assertThat(state(capture)).isEqualTo(LinkState.SUBSCRIBING);
        stage.line(0).answer(stage.line(0).unanswered.getFirst());
        assertThat(state(capture)).isEqualTo(LinkState.SUBSCRIBING);
        stage.line(0).answer(stage.line(0).unanswered.getFirst());
        assertThat(state(capture)).isEqualTo(LinkState.LIVE);
    }

    @Test
    void othersGoOn_whenOneKeyIsRefused() {
        stage.refusals.put("A", "\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}");
        Capture capture = stage.start(Settings.standard(), "A", "B");

        stage.line(0).report("B", "x");
        stage.pass(10);

        assertThat(stage.queue.accepted).hasSize(1);
        assertThat(capture.status(stage.now).isReady()).isTrue();
        assertThat(capture.status(stage.now).connections().getFirst().refused()).containsExactly("A");
        assertThat(stage.alarmKinds()).containsExactly(Alarm.Kind.KEY_REFUSED);
        stage.refusals.clear();
        stage.pass(10_000);
        assertThat(stage.line(0).subscriptions).containsKey("A");
    }

    @Test
    void accountIsNotLeft_whileTheNewConnectionIsRefusedIt() {
        stage.start(Settings.standard(), "A", "B");
        stage.pass(MINUTE);
        stage.refusals.put("A", "\"status\":400,\"error\":{\"code\":-1000,\"msg\":\"unknown\"}");

        stage.line(0).text("{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}");
        stage.pass(2_000);
        assertThat(stage.line(1).subscriptions).containsOnlyKeys("B");
        assertThat(stage.line(0).closed).isFalse();
        stage.refusals.clear();
        stage.pass(10_000);

        assertThat(stage.line(0).closedByUs).isTrue();
        assertThat(stage.lines).hasSize(2);
    }

    @Test
    void subscribingWaits_whenTooMuchWasAsked() {
        stage.refusals.put(
                "A",
                "\"status\":429,\"error\":{\"code\":-1003,\"msg\":\"slow\",\"data\":{\"retryAfter\":"
                        + (Stage.START + 40_000) + "}}");
        stage.start(Settings.standard(), "A");
        stage.refusals.clear();

        stage.pass(39_999);
        assertThat(stage.line(0).subscriptions).isEmpty();
        stage.pass(1);

        assertThat(stage.lines).hasSize(1);
        assertThat(stage.line(0).subscriptions).containsKey("A");
        assertThat(stage.alarms).isEmpty();
    }

    @Test
    void exchangesTimeIsLearned_whenTheClocksAreApart() {
        stage.exchangeAhead = 9_000;

        stage.start(Settings.standard(), "A", "B");

        assertThat(stage.line(0).subscriptions.keySet()).containsExactlyInAnyOrder("A", "B");
    }

    private static LinkState state(Capture capture) {
        return capture.status(0).connections().getFirst().state();
    }
}
