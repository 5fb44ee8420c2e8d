package recon.stream.connection;

import java.util.Optional;
import recon.stream.watermark.Coverage;

/** One account on one connection. */
final class Seat {
    /** Where it stands. */
    enum State {
        /** To be asked for. */
        WAITING,
        /** Asked for; the answer has not come. */
        ASKED,
        /** Its events come. */
        ACTIVE,
        /** The exchange said no; it is asked again later. */
        REFUSED,
        /** It was active and is not any more. */
        ENDED
    }

    private final StreamAccount account;
    private State state = State.WAITING;
    private long since;
    private int refusals;
    private Optional<Coverage> coverage = Optional.empty();

    Seat(StreamAccount account) {
        this.account = account;
    }

    StreamAccount account() {
        return account;
    }

    State state() {
        return state;
    }

    /** When it was asked for, or is to be asked for again; epoch ms. */
    long since() {
        return since;
    }

    int refusals() {
        return refusals;
    }

    Optional<Coverage> coverage() {
        return coverage;
    }

    void waits() {
        state = State.WAITING;
    }

    void asked(long now) {
        state = State.ASKED;
        since = now;
    }

    void refused(long again) {
        state = State.REFUSED;
        since = again;
    }

    void countRefusal() {
        refusals++;
    }

    void active(Coverage begun) {
        state = State.ACTIVE;
        refusals = 0;
        coverage = Optional.of(begun);
    }

    void end(long now, String why) {
        state = State.ENDED;
        coverage.ifPresent(each -> each.end(now, why));
    }
}
