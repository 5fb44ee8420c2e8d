package recon.local.soak;

import java.util.Optional;
import java.util.SplittableRandom;
import recon.simulator.draw.Draw;
import recon.stream.capture.Capture;
import recon.stream.capture.CaptureStatus;
import recon.stream.capture.Ports;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;
import recon.stream.notice.Counters;
import recon.stream.notice.Notices;
import recon.stream.notice.Reject;
import recon.stream.spool.Spool;

/** One life of a task: the real capture, between a world that fails. When it is killed, nothing of it is left. */
final class Life implements Notices {
    private final Site site;
    private final SoakConnector connector;
    private final Capture capture;
    private final Counters counters = new Counters();
    private boolean alive = true;

    Life(Site site, String task, Spool spool) {
        this.site = site;
        Draw draw = site.draw("process " + task + " " + site.time.millis());
        this.connector = new SoakConnector(site, task, draw);
        this.capture = new Capture(
                site.conditions.capture(task),
                site.accounts,
                new Ports(
                        connector,
                        port(site.record, site.recordMood, draw),
                        Optional.of(port(site.bridge, site.bridgeMood, draw)),
                        spool,
                        site.marks.port(this::alive),
                        this,
                        counters,
                        new SplittableRandom(draw.next())));
        capture.start(site.time.millis());
    }

    private QueuePort port(SoakQueue queue, Moods moods, Draw draw) {
        return new QueuePort(queue, moods, draw, site.time, site.timetable, this::alive);
    }

    boolean alive() {
        return alive;
    }

    long nextDue() {
        return capture.nextDue();
    }

    void tick() {
        capture.tick(site.time.millis());
    }

    void stop() {
        capture.stop(site.time.millis());
    }

    boolean stopped() {
        return capture.isStopped();
    }

    SoakConnector connector() {
        return connector;
    }

    /** All accounts are listened to. */
    boolean ready() {
        return capture.status(site.time.millis()).isReady();
    }

    /** Whether everything that it has received is where it has to be, on both ways. */
    boolean isIdle() {
        CaptureStatus status = capture.status(site.time.millis());
        return status.buffered() == 0
                && status.inFlight() == 0
                && status.spooledBytes() == 0
                && counters.get(Count.RECEIVED)
                        == counters.get(Count.BRIDGED) + counters.get(Count.BRIDGE_SHED) + counters.get(Count.UNHEARD);
    }

    void kill() {
        alive = false;
        connector.die();
    }

    @Override
    public void alarm(Alarm alarm) {
        // Whether alarms are raised is tested beside the capture.
    }

    @Override
    public void note(String what) {
        // For people.
    }

    @Override
    public void other(String account, String type, String ids) {
        // For people.
    }

    @Override
    public boolean keep(Reject reject) {
        return true;
    }
}
