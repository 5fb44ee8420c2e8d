package recon.simulator.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.simulator.draw.Draw;
import recon.simulator.event.AccountEvent;

/** Hands the events of one session over, or fails to, and writes down what became of each. */
final class Courier {
    private static final int LONGEST_DELAY_MS = 20_000;
    private static final int SHORTEST_DELAY_MS = 50;
    private static final int PATIENCE_MS = 1_000;
    private static final int CLOSES_WITHIN_MS = 60_000;

    private final StreamSession session;
    private final StreamHub hub;
    private final Mischief mischief = new Mischief();
    private final List<Parcel> held = new ArrayList<>();
    private Optional<Parcel> overtaken = Optional.empty();
    private long events;

    private record Parcel(
            long number,
            Subscription subscription,
            AccountEvent event,
            String frame,
            boolean kept,
            Optional<StreamFault> fault) {
        private Parcel met(StreamFault met) {
            return new Parcel(number, subscription, event, frame, kept, Optional.of(met));
        }

        private Parcel changed(String other) {
            return new Parcel(number, subscription, event, other, kept, fault);
        }
    }

    Courier(StreamSession session, StreamHub hub) {
        this.session = session;
        this.hub = hub;
    }

    void deliver(Subscription subscription, AccountEvent event, String frame, long now, boolean kept) {
        Parcel parcel = new Parcel(events++, subscription, event, frame, kept, Optional.empty());
        if (!session.isHeard()) {
            written(parcel.met(StreamFault.HALF_OPEN), 0, now);
            return;
        }
        Optional<StreamFault> fault = hub.faults()
                .ofEvent(session.id(), events++, subscription.account().uid());
        if (fault.isEmpty()) {
            hand(parcel, 1, now);
            return;
        }
        hub.struck(fault.get());
        strike(fault.get(), parcel.met(fault.get()), now);
    }

    /** An event that was before the subscription. */
    void early(Subscription subscription, AccountEvent event, String frame, long now) {
        hub.struck(StreamFault.EARLY_EVENT);
        hand(new Parcel(events++, subscription, event, frame, true, Optional.of(StreamFault.EARLY_EVENT)), 1, now);
    }

    /** What is still held back will never be sent. */
    void giveUp(long now) {
        List.copyOf(held).forEach(parcel -> written(parcel, 0, now));
        held.clear();
        overtaken = Optional.empty();
    }

    private void strike(StreamFault fault, Parcel parcel, long now) {
        Draw draw = Draw.of(hub.seed(), "stream mischief", session.id(), parcel.number);
        switch (fault) {
            case DROP -> written(parcel, 0, now);
            case DUPLICATE -> hand(parcel, 2, now);
            case DELAY -> hold(parcel, now + draw.between(SHORTEST_DELAY_MS, LONGEST_DELAY_MS));
            case REORDER -> {
                hold(parcel, now + PATIENCE_MS);
                overtaken = Optional.of(parcel);
            }
            case UNKNOWN_VALUES -> hand(parcel.changed(mischief.strange(draw, parcel.frame)), 1, now);
            case UNKNOWN_EVENT -> before(mischief.unknownEvent(parcel.subscription.id(), now), parcel, now);
            case NOT_JSON -> before(mischief.notJson(parcel.frame), parcel, now);
            case HUGE -> before(mischief.huge(parcel.subscription.id(), now), parcel, now);
            case UNKNOWN_SUBSCRIPTION -> before(mischief.readdressed(draw, parcel.frame), parcel, now);
            case BINARY -> {
                session.sink().binary(parcel.frame.getBytes(StandardCharsets.UTF_8));
                hand(parcel, 1, now);
            }
            case SHUTDOWN -> {
                session.announceShutdown(now);
                hand(parcel, 1, now);
            }
            case SHUTDOWN_AND_CLOSE -> {
                session.announceShutdown(now);
                session.timers()
                        .at(now + draw.between(PATIENCE_MS, CLOSES_WITHIN_MS), _ -> session.close("server shutdown"));
                hand(parcel, 1, now);
            }
            case CLOSE -> {
                written(parcel, 0, now);
                session.close("the connection has lived for 24 hours");
            }
            case CUT -> {
                written(parcel, 0, now);
                session.cut();
            }
            case HALF_OPEN -> {
                written(parcel, 0, now);
                session.halfOpen();
            }
            case TERMINATE -> {
                written(parcel, 0, now);
                session.terminate(parcel.subscription, now);
            }
            case REVOKE_KEY -> {
                written(parcel, 0, now);
                hub.revokeNow(parcel.subscription.apiKey());
            }
            case EARLY_EVENT -> throw new IllegalStateException("an early event is a matter of subscribing");
        }
    }

    private void before(String extra, Parcel parcel, long now) {
        session.send(extra);
        hand(parcel, 1, now);
    }

    private void hold(Parcel parcel, long until) {
        held.add(parcel);
        session.timers().at(until, at -> release(parcel, at));
    }

    private void release(Parcel parcel, long now) {
        if (held.remove(parcel)) {
            overtaken = overtaken.filter(each -> each.number != parcel.number);
            hand(parcel, 1, now);
        }
    }

    private void hand(Parcel parcel, int copies, long now) {
        for (int i = 0; i < copies; i++) {
            session.send(parcel.frame);
        }
        written(parcel, copies, now);
        overtaken.ifPresent(parcelBefore -> release(parcelBefore, now));
    }

    private void written(Parcel parcel, int copies, long now) {
        if (parcel.kept) {
            hub.delivered(new Delivery(
                    session.id(),
                    parcel.subscription.id(),
                    parcel.subscription.account().uid(),
                    parcel.event,
                    parcel.frame,
                    Instant.ofEpochMilli(now),
                    copies,
                    parcel.fault));
        } else {
            hub.published(copies);
        }
    }
}
