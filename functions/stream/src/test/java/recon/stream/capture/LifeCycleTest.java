package recon.stream.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.stream.connection.SocketEnd;
import recon.stream.notice.Count;
import recon.stream.testing.Settings;
import recon.stream.testing.Stage;

/** The life of connections, one change after the other. */
class LifeCycleTest {
    private static final long MINUTE = 60_000;
    /** For so long both connections are listened to. */
    private static final long OVERLAP = 1_000;

    private static final long HOUR = 60 * MINUTE;

    private final Stage stage = new Stage();

    @Test
    void accountsAreShardedOverConnections_beyondTheConfiguredNumber() {
        Capture capture = stage.start(Settings.sharded(2), "A", "B", "C", "D", "E");

        assertThat(stage.lines).hasSize(3);
        assertThat(stage.line(0).subscriptions.keySet()).containsExactly("A", "B");
        assertThat(stage.line(2).subscriptions.keySet()).containsExactly("E");
        assertThat(capture.status(stage.now).isReady()).isTrue();
    }

    @Test
    void anotherIsTried_whenSubscriptionsAreNotAnswered() {
        stage.linesAnswer = false;
        stage.start(Settings.standard(), "A");
        stage.linesAnswer = true;

        stage.pass(35_000);

        assertThat(stage.line(0).closedByUs).isTrue();
        assertThat(stage.line(1).subscriptions).containsKey("A");
    }

    @Test
    void newOneIsSubscribedBeforeTheOldOneCloses_whenItIs23HoursOld() {
        stage.start(Settings.standard(), "A", "B");

        stage.pass(23 * HOUR - 1);
        assertThat(stage.lines).hasSize(1);
        stage.pass(1);
        assertThat(stage.line(1).subscriptions).containsKeys("A", "B");
        stage.pass(OVERLAP - 1);
        assertThat(stage.line(0).closed).as("both are listened to").isFalse();
        stage.pass(1);

        assertThat(stage.line(0).closedByUs).isTrue();
        assertThat(stage.history)
                .containsSubsequence("subscribed A on 1", "subscribed B on 1", "closed 0")
                .doesNotContain("closed 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}",
                "{\"subscriptionId\":0,\"event\":{\"e\":\"eventStreamTerminated\",\"E\":1}}",
                "{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}}"
            })
    void newOneIsSubscribedBeforeTheOldOneCloses_whenTheExchangeSaysThatItEnds(String frame) {
        stage.start(Settings.standard(), "A", "B");
        stage.pass(MINUTE);
        stage.linesAnswer = false;

        stage.line(0).text(frame);
        stage.pass(1_000);
        assertThat(stage.lines).hasSize(2);
        assertThat(stage.line(0).closed).isFalse();
        stage.line(0).report("B", "still read");
        stage.line(1).answer(stage.line(1).unanswered.getFirst());
        assertThat(stage.line(0).closed).isFalse();
        stage.line(1).answer(stage.line(1).unanswered.getFirst());
        stage.pass(OVERLAP);

        assertThat(stage.line(0).closedByUs).isTrue();
        stage.pass(10);
        assertThat(stage.queue.bodies()).singleElement().asString().contains("still read");
    }

    @Test
    void oldOneIsReadToTheEnd_beforeItCloses() {
        stage.start(Settings.standard(), "A");
        stage.pass(MINUTE);
        stage.line(0).answersPings = false;

        stage.line(0).text("{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}");
        stage.pass(100 + OVERLAP);

        assertThat(stage.line(1).subscriptions).containsKey("A");
        assertThat(stage.line(0).closed).isFalse();
        stage.line(0).report("A", "on its way when the other one was subscribed");
        stage.line(0).text("{\"id\":\"last\",\"status\":200,\"result\":{}}");
        assertThat(stage.line(0).closedByUs).isTrue();
        stage.pass(10);
        assertThat(stage.queue.accepted).hasSize(1);
        assertThat(stage.marks.values()).anySatisfy(mark -> {
            assertThat(mark.closedAt()).isPresent();
            assertThat(mark.upTo()).isEqualTo(Instant.ofEpochMilli(Stage.START + MINUTE + 100 + OVERLAP - 1));
        });
    }

    @Test
    void oldOneIsLeft_whenItDoesNotAnswerAnyMore() {
        stage.start(Settings.standard(), "A");
        stage.pass(MINUTE);
        stage.line(0).answersPings = false;

        stage.line(0).text("{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}");
        stage.pass(4_999 + OVERLAP);
        assertThat(stage.line(0).closed).isFalse();
        stage.pass(1);

        assertThat(stage.line(0).closedByUs).isTrue();
    }

    @Test
    void halfOpenConnectionIsReplaced_whenPingsAreMissing() {
        stage.start(Settings.standard(), "A");
        stage.pass(MINUTE);
        stage.line(0).halfOpen();

        stage.pass(49_999);
        assertThat(stage.lines).hasSize(1);
        stage.pass(1);
        assertThat(stage.lines).hasSize(2);

        stage.pass(20_000);
        assertThat(stage.line(0).closedByUs).isTrue();
        assertThat(stage.marks.values())
                .filteredOn(mark -> mark.closedAt().isPresent())
                .singleElement()
                .satisfies(mark ->
                        // The last ping came after a minute: later times are not claimed.
                        assertThat(mark.upTo()).isEqualTo(Instant.ofEpochMilli(Stage.START + MINUTE - 1)));
    }

    @Test
    void connectionWithPings_isNotReplaced() {
        stage.start(Settings.standard(), "A");

        stage.pass(HOUR);

        assertThat(stage.lines).hasSize(1);
    }

    @Test
    void newOneComesAtOnce_whenAStableOneIsCut() {
        stage.start(Settings.standard(), "A");
        stage.pass(MINUTE);

        stage.line(0).cut("reset");

        assertThat(stage.lines).hasSize(2);
        assertThat(stage.count(Count.BROKEN)).isEqualTo(1);
    }

    @Test
    void pausesGrowAndAttemptsAreBounded_whileTheExchangeTurnsUsAway() {
        stage.turnsAway = java.util.Optional.of(SocketEnd.of("refused"));
        stage.start(Settings.standard(), "A");

        stage.pass(5 * MINUTE);

        // Full jitter below 30 s: 15 s on average once it has grown.
        assertThat(stage.attempts).isBetween(15, 60);
    }

    @Test
    void attemptsStayBelowTheLimit_howeverManyConnectionsThereAre() {
        stage.turnsAway = java.util.Optional.of(SocketEnd.of("refused"));
        String[] uids =
                java.util.stream.IntStream.range(0, 90).mapToObj(i -> "U" + i).toArray(String[]::new);
        stage.start(Settings.sharded(1), uids);

        stage.pass(5 * MINUTE - 1);

        assertThat(stage.attempts).isEqualTo(100);
    }

    @Test
    void nobodyConnects_whileTheExchangeWantsUsToWait() {
        stage.turnsAway = java.util.Optional.of(new SocketEnd("banned", 600_000));
        stage.start(Settings.standard(), "A");

        stage.pass(599_999);
        assertThat(stage.attempts).isEqualTo(1);
        stage.turnsAway = java.util.Optional.empty();
        stage.pass(30_000);
        assertThat(stage.lines).hasSize(1);
    }

    @Test
    void pausesBeginAnew_onceAConnectionWasStable() {
        stage.start(Settings.standard(), "A");
        for (int i = 0; i < 5; i++) {
            stage.pass(1_000);
            stage.lastLine().cut("unstable");
            stage.pass(30_000);
        }
        stage.pass(2 * MINUTE);
        int before = stage.lines.size();

        stage.lastLine().cut("stable");

        assertThat(stage.lines).hasSize(before + 1);
    }

    @Test
    void successorThatEndsEarlyIsTriedAgainWithPauses_whileTheOldOneIsKept() {
        stage.start(Settings.standard(), "A");
        stage.pass(HOUR);
        stage.turnsAway = java.util.Optional.of(SocketEnd.of("refused"));

        stage.line(0).text("{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}");
        stage.pass(MINUTE);

        assertThat(stage.line(0).closed).isFalse();
        assertThat(stage.attempts).isBetween(3, 20);
        stage.turnsAway = java.util.Optional.empty();
        stage.pass(MINUTE);
        assertThat(stage.line(0).closedByUs).isTrue();
    }

    @Test
    void everythingCloses_whenTheTaskStops() {
        Capture capture = stage.start(Settings.sharded(1), "A", "B");
        stage.line(0).report("A", "the last one");

        capture.stop(stage.now);

        assertThat(stage.lines).allMatch(line -> line.closedByUs);
        assertThat(capture.isStopped()).isTrue();
        assertThat(stage.queue.accepted).hasSize(1);
        assertThat(stage.marks.values())
                .hasSize(2)
                .allMatch(mark ->
                        mark.closedAt().isPresent() && mark.reason().equals(java.util.Optional.of("the task ends")));
        stage.pass(HOUR);
        assertThat(stage.lines).hasSize(2);
    }

    @Test
    void connectionsAreNeverNamedTwice_evenWithinAMillisecond() {
        stage.start(Settings.sharded(1), "A", "B", "C");
        for (String uid : List.of("A", "B", "C")) {
            stage.line(List.of("A", "B", "C").indexOf(uid)).report(uid, "x");
        }
        stage.pass(10);

        assertThat(stage.queue.accepted)
                .extracting(report -> report.connection())
                .doesNotHaveDuplicates();
    }
}
