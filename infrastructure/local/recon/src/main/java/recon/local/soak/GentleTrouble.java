package recon.local.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import recon.simulator.draw.Draw;
import recon.simulator.stream.StreamFault;
import recon.simulator.stream.StreamSession;

/**
 * One thing at a time, and to one task at a time: the next strike waits until both listen again, have given away what
 * they had, and have said so for a while. So one task listens at every moment, and nothing may be missing.
 */
final class GentleTrouble {
    private static final int AT_ONCE_MS = 150;
    private static final int MINUTE_MS = 60_000;
    private static final int LOOK_MS = 20_000;
    private static final int CALM_MS = 2 * MINUTE_MS;
    /** Reconnecting, pauses and all, is a matter of two minutes. */
    private static final int PATIENCE_MS = 15 * MINUTE_MS;

    private final Site site;
    private final Fleet fleet;
    private final BridgeWorker bridge;
    private final Moments moments;
    private final long end;
    private final Draw draw;
    private final List<String> findings = new ArrayList<>();
    private BooleanSupplier over = () -> true;
    private String last = "the start";
    private long calmSince;
    private long troubledSince;

    GentleTrouble(Site site, Fleet fleet, BridgeWorker bridge, Moments moments, long end) {
        this.site = site;
        this.fleet = fleet;
        this.bridge = bridge;
        this.moments = moments;
        this.end = end;
        this.draw = site.draw("trouble");
        this.calmSince = site.time.millis();
        this.troubledSince = site.time.millis();
    }

    /** Looks from time to time whether there may be more. */
    void look() {
        long now = site.time.millis();
        if (now >= end || !findings.isEmpty()) {
            return;
        }
        if (!over.getAsBoolean()) {
            calmSince = now;
            troubledSince = now;
        } else if (!isCalm()) {
            calmSince = now;
            if (now - troubledSince > PATIENCE_MS) {
                findings.add("not every task listens again " + PATIENCE_MS / MINUTE_MS + " minutes after " + last);
            }
        } else {
            troubledSince = now;
            if (now - calmSince >= CALM_MS) {
                calmSince = now;
                site.timetable.at(moments.soon(draw, now), this::strike);
            }
        }
        site.timetable.at(now + LOOK_MS, this::look);
    }

    /** Tasks that did not come back. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    private boolean isCalm() {
        return fleet.isReady() && fleet.isIdle();
    }

    private void strike() {
        if (site.time.millis() >= end || !over.getAsBoolean() || !isCalm()) {
            return;
        }
        SoakTask victim = fleet.any(draw);
        over = switch (draw.below(10)) {
            case 0, 1 -> fail(victim);
            case 2, 3 -> script(victim);
            case 4 -> kill(victim);
            case 5 -> restart(victim);
            case 6 -> replace(victim);
            case 7, 8 -> shutDown();
            default -> outage(draw.pick(List.of(site.recordMood, site.bridgeMood, bridge.moods())));
        };
        calmSince = site.time.millis();
    }

    private BooleanSupplier fail(SoakTask victim) {
        StreamSession session = draw.pick(victim.sessions());
        StreamFault fault = draw.pick(List.of(StreamFault.CUT, StreamFault.CLOSE, StreamFault.HALF_OPEN));
        last = fault + " of a connection";
        site.exchange.streams().fail(session, fault);
        return () -> !session.isOpen();
    }

    private BooleanSupplier script(SoakTask victim) {
        StreamSession session = draw.pick(victim.sessions());
        StreamFault fault = draw.pick(List.of(
                StreamFault.CUT,
                StreamFault.CLOSE,
                StreamFault.HALF_OPEN,
                StreamFault.TERMINATE,
                StreamFault.DROP,
                StreamFault.DELAY,
                StreamFault.REORDER));
        last = fault + " of an event";
        int before = struck(fault);
        site.exchange.streams().faults().next(fault, session);
        boolean stays = fault == StreamFault.DROP || fault == StreamFault.DELAY || fault == StreamFault.REORDER;
        return () -> !session.isOpen() || (stays && struck(fault) > before);
    }

    private int struck(StreamFault fault) {
        return site.exchange.streams().deliveries().faults().getOrDefault(fault, 0);
    }

    private BooleanSupplier kill(SoakTask victim) {
        last = "the death of a task";
        victim.kill(draw.chance(50));
        return back(victim, draw.between(200, 10 * MINUTE_MS));
    }

    private BooleanSupplier restart(SoakTask victim) {
        last = "the restart of a task";
        victim.stop();
        return back(victim, draw.between(MINUTE_MS / 2, 5 * MINUTE_MS));
    }

    private BooleanSupplier back(SoakTask victim, int ms) {
        after(ms, victim::start);
        long until = site.time.millis() + ms;
        return () -> site.time.millis() > until;
    }

    private BooleanSupplier replace(SoakTask victim) {
        last = "the replacement of a task";
        SoakTask other = fleet.add();
        other.start();
        after(4 * MINUTE_MS, () -> {
            if (other.isReady()) {
                fleet.retire(victim);
            }
        });
        return () -> !fleet.tasks().contains(victim) || !other.isReady();
    }

    private BooleanSupplier shutDown() {
        last = "serverShutdown";
        long at = moments.next(site.time.millis()) - draw.below(AT_ONCE_MS);
        site.timetable.at(at, () -> site.exchange.streams().shutDown(false));
        return () -> site.time.millis() > at;
    }

    private BooleanSupplier outage(Moods moods) {
        last = "an outage";
        moods.become(draw.pick(List.of(Mood.values())));
        int ms = draw.between(1_000, 10 * MINUTE_MS);
        after(ms, () -> moods.become(Mood.WELL));
        long until = site.time.millis() + ms;
        return () -> site.time.millis() > until;
    }

    private void after(int ms, Runnable action) {
        site.timetable.at(site.time.millis() + ms, action);
    }
}
