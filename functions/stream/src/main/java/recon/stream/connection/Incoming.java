package recon.stream.connection;

import java.util.Arrays;
import java.util.Optional;
import recon.binance.userstream.StreamAnswer;
import recon.stream.frame.EventIds;
import recon.stream.frame.FrameContent;
import recon.stream.frame.FrameScanner;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;
import recon.stream.notice.Reject;
import recon.stream.report.Report;
import recon.stream.watermark.Coverage;

/** What comes in on one connection: each frame is a report, another event, an answer, or kept because it is none. */
final class Incoming {
    private static final String TERMINATED = "eventStreamTerminated";
    private static final String SHUTDOWN = "serverShutdown";
    private static final int LARGEST_ANSWER = 65_536;

    private final Wiring wiring;
    private final String name;
    private final Seats seats;
    private final Consequences consequences;
    private final Early early = new Early();
    private long sequence;

    /** What follows from a frame. */
    interface Consequences {
        /** The connection has to be replaced. */
        void renew(long now, String why);

        /** There was no place for a report. */
        void full(long now);

        /** Something that was asked has its answer. */
        void answered(long now, StreamAnswer answer);

        /** Whether nothing is to be read any more. */
        boolean isClosed();
    }

    Incoming(Wiring wiring, String name, Seats seats, Consequences consequences) {
        this.wiring = wiring;
        this.name = name;
        this.seats = seats;
        this.consequences = consequences;
    }

    void text(long now, byte[] frame) {
        wiring.counters().add(Count.FRAMES);
        switch (FrameScanner.scan(frame)) {
            case FrameContent.Event event -> event(now, frame, event);
            case FrameContent.Answer _ -> answer(now, frame);
            case FrameContent.Unreadable(String why) -> unreadable(now, why, frame);
        }
    }

    /** Keeps a frame that nobody can use. */
    void unreadable(long now, String why, byte[] frame) {
        wiring.counters().add(Count.UNREADABLE);
        keep(new Reject(name, now, why, frame));
    }

    /** Whose subscription it is has become known: takes the events that came before. */
    void release(long now, long subscription) {
        early.release(subscription).forEach(held -> seated(now, subscription, held));
    }

    /** Once nothing is asked any more, nobody will tell whose the held events are. */
    void giveUpUnlessAsking() {
        if (!seats.isAsking()) {
            giveUpEarly();
        }
    }

    void giveUpEarly() {
        early.releaseAll().forEach(this::unknown);
    }

    private void answer(long now, byte[] frame) {
        Optional<StreamAnswer> parsed = frame.length <= LARGEST_ANSWER ? StreamAnswer.parse(frame) : Optional.empty();
        if (parsed.isEmpty()) {
            unreadable(now, "neither an event nor an answer", frame);
            return;
        }
        StreamAnswer answer = parsed.get();
        if (answer.id().isEmpty()) {
            unasked(now, answer, frame);
            return;
        }
        wiring.counters().add(Count.ANSWERS);
        consequences.answered(now, answer);
    }

    private void unasked(long now, StreamAnswer answer, byte[] frame) {
        if (!answer.keyRefused()) {
            unreadable(now, "an answer to nothing that was asked", frame);
            return;
        }
        wiring.counters().add(Count.UNAUTHORIZED);
        keep(new Reject(name, now, "a key is refused", frame));
        wiring.notices()
                .alarm(new Alarm(
                        Alarm.Kind.KEY_REFUSED,
                        "the exchange says on connection " + name + " that a key is not valid any more: subscribing"
                                + " anew will tell whose"));
        consequences.renew(now, "a key is refused");
    }

    private void event(long now, byte[] frame, FrameContent.Event event) {
        Early.Held held = new Early.Held(frame, event, now, ++sequence);
        if (event.subscription().isEmpty()) {
            ofNobody(now, held);
            return;
        }
        long subscription = event.subscription().getAsLong();
        if (seats.find(subscription).isPresent()) {
            seated(now, subscription, held);
        } else if (seats.isAsking() && early.hold(held)) {
            wiring.counters().add(Count.EARLY);
        } else {
            unknown(held);
        }
    }

    private void seated(long now, long subscription, Early.Held held) {
        Seat seat = seats.find(subscription).orElseThrow();
        if (!held.event().report()) {
            other(seat.account().uid(), held);
            if (held.event().type().equals(TERMINATED) && seat.state() == Seat.State.ACTIVE) {
                seat.end(now, TERMINATED);
                wiring.book().ended(now);
                consequences.renew(
                        now, TERMINATED + " for account " + seat.account().uid());
            }
            return;
        }
        byte[] body = Arrays.copyOfRange(
                held.frame(), held.event().from(), held.event().to());
        Coverage coverage = seat.coverage().orElseThrow();
        wiring.counters().add(Count.RECEIVED);
        Report report = new Report(seat.account().uid(), name, held.sequence(), held.receivedAt(), body);
        if (consequences.isClosed() || !wiring.intake().take(now, report, coverage)) {
            // No watermark covers it: none reaches the millisecond at which a connection was last heard of.
            wiring.counters().add(Count.UNHEARD);
            consequences.full(now);
        }
    }

    private void ofNobody(long now, Early.Held held) {
        if (held.event().type().equals(SHUTDOWN)) {
            other("-", held);
            consequences.renew(now, SHUTDOWN);
        } else {
            unknown(held);
        }
    }

    private void other(String account, Early.Held held) {
        wiring.counters().add(Count.OTHER_EVENTS);
        FrameContent.Event event = held.event();
        wiring.notices()
                .other(account, event.type(), EventIds.of(event.type(), held.frame(), event.from(), event.to()));
    }

    private void unknown(Early.Held held) {
        wiring.counters().add(Count.UNKNOWN_SUBSCRIPTION);
        keep(new Reject(name, held.receivedAt(), "an event of an unknown subscription", held.frame()));
    }

    private void keep(Reject reject) {
        if (!wiring.notices().keep(reject)) {
            wiring.counters().add(Count.REJECTS_LOST);
            wiring.notices()
                    .alarm(new Alarm(
                            Alarm.Kind.REJECT_LOST,
                            "a frame of connection " + name + " could not be kept: " + reject.why()));
        }
    }
}
