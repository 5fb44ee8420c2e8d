package recon.stream.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;
import recon.stream.testing.Line;
import recon.stream.testing.MemorySpool;
import recon.stream.testing.Settings;
import recon.stream.testing.Stage;

/** From the socket to the queue's acknowledgement, and what happens while the queue is away. */
class DeliveryTest {
    private static final long MINUTE = 60_000;
    /** A report of the tests counts about 300 bytes. */
    private static final long TEN_REPORTS = 3_000;

    private final Stage stage = new Stage();

    private void reports(int from, int to) {
        IntStream.range(from, to).forEach(i -> stage.lastLine().report("A", "r" + i));
    }

    private Instant at(long afterStart) {
        return Instant.ofEpochMilli(Stage.START + afterStart);
    }

    @Test
    void payloadIsByteForByteWhatCame_withWhoseAndWhichOneItIs() {
        stage.start(Settings.standard(), "A", "B");
        String event = "{ \"z\":\"ü測 \\u0041\",\n \"e\" : \"executionReport\" }";
        stage.line(0).event(1, "{\"e\":\"outboundAccountPosition\",\"E\":7,\"u\":6,\"B\":[{\"f\":\"5.0\"}]}");
        stage.line(0).text("{\"event\" : " + event + " ,\"subscriptionId\":1}");
        stage.pass(5);

        assertThat(stage.queue.bodies()).containsExactly(event);
        assertThat(stage.queue.accepted.getFirst()).satisfies(report -> {
            assertThat(report.account()).isEqualTo("B");
            assertThat(report.receivedAt()).isEqualTo(Stage.START);
            assertThat(report.connection()).isEqualTo("t1/" + Stage.START);
            assertThat(report.sequence()).isEqualTo(2);
        });
        assertThat(stage.others).containsExactly("B outboundAccountPosition E=7 u=6");
    }

    @Test
    void batchLeaves_whenItHasTenOrItsFirstHasWaitedFiveMilliseconds() {
        stage.start(Settings.standard(), "A");
        reports(0, 12);
        assertThat(stage.queue.batches).extracting(List::size).containsExactly(10);

        stage.pass(4);
        assertThat(stage.queue.batches).hasSize(1);
        stage.pass(1);

        assertThat(stage.queue.batches).extracting(List::size).containsExactly(10, 2);
    }

    @Test
    void batchesOnTheirWayAreBounded_whileTheQueueIsSlow() {
        stage.queue.silent = true;
        stage.start(Settings.buffered(1_000_000), "A");

        reports(0, 100);

        assertThat(stage.queue.batches).hasSize(4);
        stage.queue.answerAll();
        assertThat(stage.queue.accepted).hasSize(100);
        assertThat(stage.count(Count.QUEUED)).isEqualTo(100);
    }

    @Test
    void sendIsRepeated_thatWasNotAnswered() {
        stage.queue.silent = true;
        stage.start(Settings.standard(), "A");
        reports(0, 3);
        stage.pass(31_000);

        stage.queue.silent = false;
        stage.pass(31_000);

        assertThat(stage.queue.bodies())
                .containsExactlyInAnyOrder(Line.report("r0"), Line.report("r1"), Line.report("r2"));
        assertThat(stage.count(Count.RESENT)).isGreaterThanOrEqualTo(3);
        stage.queue.answerAll();
        assertThat(stage.count(Count.QUEUED)).isEqualTo(3);
    }

    @Test
    void onlyWhatWasRefusedIsSentAgain_whenTheQueueTookTheRest() {
        stage.queue.refuses = Set.of(1, 7);
        stage.start(Settings.standard(), "A");

        reports(0, 10);
        stage.pass(1_000);

        assertThat(stage.queue.batches).extracting(List::size).containsExactly(10, 2);
        assertThat(stage.queue.accepted).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void watermarkWaits_forTheQueuesAcknowledgement() {
        stage.queue.silent = true;
        stage.start(Settings.standard(), "A", "B");
        stage.pass(3_000);
        reports(0, 1);

        stage.pass(9_000);

        assertThat(stage.mark("A").upTo()).isEqualTo(at(3_000 - 1));
        stage.pass(20_000);
        assertThat(stage.mark("A").upTo()).isEqualTo(at(3_000 - 1));
        assertThat(stage.mark("B").upTo()).isEqualTo(at(20_000 - 1));
        stage.queue.answerAll();
        stage.pass(10_000);
        assertThat(stage.mark("A").upTo()).isEqualTo(at(40_000 - 1));
    }

    @Test
    void watermarkStopsAtTheOldest_whenLaterReportsAreAcknowledgedFirst() {
        stage.start(Settings.standard(), "A");
        stage.pass(1_000);
        stage.queue.silent = true;
        reports(0, 10);
        stage.pass(1_000);
        stage.queue.silent = false;
        reports(10, 20);

        stage.pass(10_000);

        assertThat(stage.queue.accepted).hasSize(10);
        assertThat(stage.mark("A").upTo()).isEqualTo(at(1_000 - 1));
    }

    @Test
    void reportsGoToDisk_whenTheQueueIsAwayAndMemoryIsFullAndComeBackInEnd() {
        MemorySpool spool = new MemorySpool(1_000_000);
        stage.capture(Settings.buffered(TEN_REPORTS), spool, false, "A").start(stage.now);
        stage.queue.away = true;
        stage.pass(2_000);
        reports(0, 30);

        assertThat(spool.kept()).hasSizeBetween(15, 25);
        stage.pass(MINUTE);
        assertThat(stage.mark("A").upTo()).isEqualTo(at(2_000 - 1));
        assertThat(stage.alarmKinds()).containsExactlyInAnyOrder(Alarm.Kind.QUEUE_AWAY, Alarm.Kind.SPOOLING);
        assertThat(stage.line(0).closed).isFalse();

        stage.queue.away = false;
        stage.pass(MINUTE);

        assertThat(stage.queue.accepted).hasSize(30).doesNotHaveDuplicates();
        assertThat(spool.bytes()).isZero();
        assertThat(stage.mark("A").upTo()).isAfter(at(MINUTE));
    }

    @Test
    void socketIsClosedOnPurpose_whenNothingMoreCanBeKept() {
        MemorySpool spool = new MemorySpool(TEN_REPORTS);
        Capture capture = stage.capture(Settings.buffered(TEN_REPORTS), spool, false, "A");
        capture.start(stage.now);
        stage.queue.away = true;
        stage.pass(2_000);
        reports(0, 15);
        stage.pass(1_000);
        reports(15, 100);

        assertThat(stage.line(0).closedByUs).isTrue();
        long kept = stage.count(Count.RECEIVED) - 1;
        assertThat(kept).isLessThan(30);
        assertThat(stage.count(Count.UNHEARD)).isPositive();
        stage.pass(5 * MINUTE);
        assertThat(stage.alarmKinds()).contains(Alarm.Kind.CLOSED_ON_PURPOSE);
        assertThat(stage.lines).hasSize(1);
        assertThat(capture.status(stage.now).isReady()).isFalse();

        stage.queue.away = false;
        stage.pass(MINUTE);

        assertThat(stage.queue.accepted).hasSize((int) kept).doesNotHaveDuplicates();
        assertThat(stage.lines).hasSize(2);
        assertThat(capture.status(stage.now).isReady()).isTrue();
        assertThat(stage.marks.values())
                .filteredOn(mark -> mark.closedAt().isPresent())
                .singleElement()
                .satisfies(mark -> {
                    // The first report that found no place came at 3 s: the watermark ends before it.
                    assertThat(mark.upTo()).isEqualTo(at(3_000 - 1));
                    assertThat(mark.reason()).hasValue("nothing more can be kept");
                });
    }

    @Test
    void whatAnEarlierProcessLeftIsQueuedFirst_whenTheTaskStarts() {
        MemorySpool spool = new MemorySpool(1_000_000);
        Stage before = new Stage();
        Capture earlier = before.capture(Settings.standard(), spool, false, "A");
        earlier.start(before.now);
        before.queue.away = true;
        before.line(0).report("A", "left");
        earlier.stop(before.now);
        before.pass(20_000);
        assertThat(earlier.isStopped()).isTrue();
        assertThat(spool.kept()).hasSize(1);
        assertThat(before.alarmKinds()).doesNotContain(Alarm.Kind.LEFT_BEHIND);

        stage.capture(Settings.standard(), spool, false, "A").start(stage.now);
        stage.pass(10);

        assertThat(stage.queue.bodies()).containsExactly(Line.report("left"));
    }

    @Test
    void reportsAreCountedAndAlarmed_thatAreLeftBehind() {
        Capture capture = stage.capture(Settings.standard(), new MemorySpool(1), false, "A");
        capture.start(stage.now);
        stage.pass(1_000);
        stage.queue.away = true;
        reports(0, 7);
        capture.stop(stage.now);
        assertThat(capture.isStopped()).isFalse();

        stage.pass(20_000);

        assertThat(capture.isStopped()).isTrue();
        assertThat(stage.count(Count.LEFT_BEHIND)).isEqualTo(7);
        assertThat(stage.alarmKinds()).contains(Alarm.Kind.LEFT_BEHIND);
        assertThat(stage.mark("A").upTo()).isEqualTo(at(1_000 - 1));
    }

    @Test
    void bridgeGetsTheSame_whenItIsOn() {
        stage.capture(Settings.standard(), new MemorySpool(1), true, "A").start(stage.now);

        reports(0, 12);
        stage.pass(10);

        assertThat(stage.bridge.accepted).containsExactlyElementsOf(stage.queue.accepted);
        assertThat(stage.bridge.batches).extracting(List::size).containsExactly(10, 2);
    }

    @Test
    void captureGoesOnAndSaysSo_whenTheBridgesQueueIsAway() {
        stage.capture(Settings.buffered(TEN_REPORTS), new MemorySpool(1), true, "A")
                .start(stage.now);
        stage.bridge.away = true;

        reports(0, 100);
        stage.pass(MINUTE);

        assertThat(stage.queue.accepted).hasSize(100);
        assertThat(stage.line(0).closed).isFalse();
        assertThat(stage.count(Count.BRIDGE_SHED)).isBetween(85L, 95L);
        assertThat(stage.alarmKinds()).containsExactly(Alarm.Kind.BRIDGE_SHED);
        stage.bridge.away = false;
        stage.pass(MINUTE);
        assertThat(stage.count(Count.BRIDGED) + stage.count(Count.BRIDGE_SHED)).isEqualTo(100);
    }

    @Test
    void watermarksAreWrittenAgain_whenTheyCouldNotBe() {
        stage.marksAreKept = false;
        stage.start(Settings.standard(), "A");
        stage.pass(25_000);
        assertThat(stage.marks).isEmpty();
        assertThat(stage.alarmKinds()).containsExactly(Alarm.Kind.WATERMARKS);

        stage.marksAreKept = true;
        stage.pass(10_000);

        assertThat(stage.mark("A").upTo()).isEqualTo(at(20_000 - 1));
        assertThat(stage.mark("A").subscribedAt()).isEqualTo(at(0));
    }
}
