package recon.local.soak;

import java.util.List;
import recon.simulator.draw.Draw;
import recon.simulator.stream.StreamFault;
import recon.simulator.stream.StreamSession;

/** Anything at any time, often just before a report. */
final class RoughTrouble {
    private static final int MINUTE_MS = 60_000;
    private static final int OUTAGE_MS = 10 * MINUTE_MS;

    private final Site site;
    private final Fleet fleet;
    private final BridgeWorker bridge;
    private final Draw draw;

    RoughTrouble(Site site, Fleet fleet, BridgeWorker bridge) {
        this.site = site;
        this.fleet = fleet;
        this.bridge = bridge;
        this.draw = site.draw("trouble");
    }

    /** Plans it for the time until then. */
    void plan(Moments moments) {
        for (int i = 0; i < site.conditions.incidents(); i++) {
            site.timetable.at(moments.any(draw), this::strike);
        }
    }

    private void strike() {
        switch (draw.below(16)) {
            case 0, 1, 2 -> kill(fleet.any(draw));
            case 3, 4 -> fleet.tasks().forEach(this::kill);
            case 5 -> restart(fleet.any(draw));
            case 6 -> replace(fleet.any(draw));
            case 7, 8 -> during(site.recordMood);
            case 9 -> during(site.bridgeMood);
            case 10 -> during(bridge.moods());
            case 11 -> during(site.marksMood);
            case 12 -> site.exchange.streams().shutDown(draw.chance(50));
            case 13, 14 -> fail(draw.chance(30));
            default -> isolate();
        }
    }

    private void kill(SoakTask task) {
        task.kill(draw.chance(30));
        after(pause(), task::start);
    }

    private void restart(SoakTask task) {
        task.stop();
        after(draw.between(MINUTE_MS / 2, 5 * MINUTE_MS), task::start);
    }

    private void replace(SoakTask task) {
        SoakTask other = fleet.add();
        other.start();
        after(draw.between(1, 2 * MINUTE_MS), () -> fleet.retire(task));
    }

    private void during(Moods moods) {
        moods.become(draw.pick(List.of(Mood.values())));
        after(draw.chance(30) ? OUTAGE_MS : draw.between(1_000, 5 * MINUTE_MS), () -> moods.become(Mood.WELL));
    }

    /** One connection fails, or all do. */
    private void fail(boolean all) {
        List<StreamSession> sessions = heard();
        if (!sessions.isEmpty()) {
            List<StreamSession> struck = all ? sessions : List.of(draw.pick(sessions));
            StreamFault fault = draw.pick(List.of(StreamFault.CUT, StreamFault.CLOSE, StreamFault.HALF_OPEN));
            struck.forEach(session -> site.exchange.streams().fail(session, fault));
        }
    }

    /** Nobody reaches the exchange for a while. */
    private void isolate() {
        site.unreachable = true;
        StreamFault fault = draw.pick(List.of(StreamFault.CUT, StreamFault.HALF_OPEN));
        heard().forEach(session -> site.exchange.streams().fail(session, fault));
        after(draw.chance(50) ? OUTAGE_MS : pause(), () -> site.unreachable = false);
    }

    private List<StreamSession> heard() {
        return fleet.sessions().stream().filter(StreamSession::isHeard).toList();
    }

    /** Short ones are as likely as long ones. */
    private int pause() {
        return draw.between(200, draw.pick(List.of(2_000, 30_000, 20 * MINUTE_MS)));
    }

    private void after(int ms, Runnable action) {
        site.timetable.at(site.time.millis() + ms, action);
    }
}
