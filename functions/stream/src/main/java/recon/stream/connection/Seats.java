package recon.stream.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import recon.binance.userstream.StreamAnswer;
import recon.binance.userstream.StreamRequests;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;
import recon.stream.watermark.Coverage;
import recon.stream.watermark.Heard;

/** The accounts of one connection: asks for their events, a few at a time, and knows which subscription is whose. */
final class Seats {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long LEAST_PAUSE_MS = 1_000;
    private static final long LONGEST_PAUSE_MS = 600_000;
    private static final int MOST_CLOCK_QUESTIONS = 3;
    private static final String TIME = "time";

    private final Wiring wiring;
    private final long connection;
    private final Heard heard;
    private final List<Seat> all;
    private final Map<String, Seat> byRequest = new HashMap<>();
    private final Map<Long, Seat> bySubscription = new HashMap<>();
    private long requests;
    private long pausedUntil = Long.MIN_VALUE;
    private long timeAskedAt = NEVER;
    private int clockQuestions;

    Seats(Wiring wiring, long connection, Heard heard, List<StreamAccount> accounts) {
        this.wiring = wiring;
        this.connection = connection;
        this.heard = heard;
        this.all = accounts.stream().map(Seat::new).toList();
    }

    /** Asks for what is to be asked for. */
    void ask(long now, Socket socket) {
        for (Seat seat : all) {
            if (seat.state() == Seat.State.ASKED && now - seat.since() >= patience()) {
                byRequest.values().removeIf(asked -> asked == seat);
                refused(now, seat, Alarm.Kind.NOT_SUBSCRIBED, "no answer");
            }
        }
        if (timeAskedAt != NEVER && now >= timeAskedAt + patience()) {
            timeAskedAt = NEVER;
        }
        if (now < pausedUntil || timeAskedAt != NEVER) {
            return;
        }
        for (Seat seat : all) {
            if (byRequest.size() >= wiring.settings().asked()) {
                return;
            }
            if (isDue(seat, now)) {
                String id = "s" + ++requests;
                byRequest.put(id, seat);
                seat.asked(now);
                socket.send(StreamRequests.subscribe(
                        id, seat.account().credentials(), wiring.clock().of(now)));
            }
        }
    }

    /** When {@link #ask} has something to do. */
    long nextDue() {
        long due = NEVER;
        for (Seat seat : all) {
            due = Math.min(
                    due,
                    switch (seat.state()) {
                        case WAITING -> byRequest.size() < wiring.settings().asked() ? pausedUntil : NEVER;
                        case ASKED -> seat.since() + patience();
                        case REFUSED -> Math.max(seat.since(), pausedUntil);
                        case ACTIVE, ENDED -> NEVER;
                    });
        }
        return timeAskedAt == NEVER ? due : timeAskedAt + patience();
    }

    /**
     * An answer to something that was asked.
     *
     * @return the subscription that it gave
     */
    Optional<Long> answered(long now, StreamAnswer answer, Socket socket) {
        if (answer.id().equals(TIME)) {
            answer.serverTime().ifPresent(told -> wiring.clock().learn(timeAskedAt, now, told));
            timeAskedAt = NEVER;
            return Optional.empty();
        }
        Seat seat = byRequest.remove(answer.id());
        if (seat == null) {
            return Optional.empty();
        }
        if (answer.ok() && answer.subscription().isPresent()) {
            Coverage coverage = new Coverage(seat.account().uid(), wiring.task(), connection, now, heard);
            bySubscription.put(answer.subscription().getAsLong(), seat);
            seat.active(coverage);
            wiring.book().open(now, coverage);
            return Optional.of(answer.subscription().getAsLong());
        }
        notSubscribed(now, seat, answer, socket);
        return Optional.empty();
    }

    Optional<Seat> find(long subscription) {
        return Optional.ofNullable(bySubscription.get(subscription));
    }

    /** Until when the exchange wants no more questions. */
    long pausedUntil() {
        return pausedUntil;
    }

    /** Whether every account has its answer, be it yes or no. */
    boolean isComplete() {
        return all.stream().allMatch(seat -> switch (seat.state()) {
            case WAITING, ASKED -> false;
            case ACTIVE, REFUSED, ENDED -> true;
        });
    }

    /** Whether an answer may still come that tells whose an unknown subscription is. */
    boolean isAsking() {
        return !byRequest.isEmpty();
    }

    /** The accounts whose events come. */
    Set<String> active() {
        return all.stream()
                .filter(seat -> seat.state() == Seat.State.ACTIVE)
                .map(seat -> seat.account().uid())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The accounts that the exchange refused last time. */
    List<String> refused() {
        return all.stream()
                .filter(seat -> seat.refusals() > 0)
                .map(seat -> seat.account().uid())
                .toList();
    }

    /** The connection is gone. */
    void end(long now, String why) {
        new ArrayList<>(all).forEach(seat -> {
            if (seat.state() != Seat.State.ENDED) {
                seat.end(now, why);
            }
        });
        byRequest.clear();
    }

    private long patience() {
        return wiring.settings().patience().toMillis();
    }

    private boolean isDue(Seat seat, long now) {
        return seat.state() == Seat.State.WAITING || (seat.state() == Seat.State.REFUSED && seat.since() <= now);
    }

    private void notSubscribed(long now, Seat seat, StreamAnswer answer, Socket socket) {
        if (answer.tooMuch()) {
            long asked = answer.retryAfter().orElse(now + LEAST_PAUSE_MS)
                    - wiring.clock().of(0);
            pausedUntil = Math.clamp(asked, now + LEAST_PAUSE_MS, now + LONGEST_PAUSE_MS);
            seat.waits();
        } else if (answer.clockOff() && clockQuestions < MOST_CLOCK_QUESTIONS) {
            seat.waits();
            if (timeAskedAt == NEVER) {
                clockQuestions++;
                timeAskedAt = now;
                socket.send(StreamRequests.time(TIME));
            }
        } else {
            refused(
                    now,
                    seat,
                    answer.keyRefused() ? Alarm.Kind.KEY_REFUSED : Alarm.Kind.NOT_SUBSCRIBED,
                    answer.status() + " " + answer.code() + " " + answer.message());
        }
    }

    private void refused(long now, Seat seat, Alarm.Kind kind, String why) {
        wiring.counters().add(Count.REFUSED);
        if (seat.refusals() == 0) {
            wiring.notices()
                    .alarm(new Alarm(
                            kind,
                            "account " + seat.account().uid() + " is not subscribed on connection " + connection + ": "
                                    + why + "; it is tried again, but its reports are missing meanwhile"));
        }
        seat.countRefusal();
        seat.refused(now + LEAST_PAUSE_MS + wiring.settings().refused().draw(seat.refusals(), wiring.random()));
    }
}
