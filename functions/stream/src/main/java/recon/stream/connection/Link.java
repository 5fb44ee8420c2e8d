package recon.stream.connection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import recon.binance.userstream.StreamAnswer;
import recon.binance.userstream.StreamRequests;
import recon.stream.notice.Count;
import recon.stream.watermark.Heard;

/** One connection: what it receives, what it asks, and when it has to be replaced. */
final class Link implements SocketListener {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long DRAIN_MS = 5_000;
    private static final String LAST_WORD = "last";

    private final Wiring wiring;
    private final LinkOwner owner;
    private final String name;
    private final Heard heard;
    private final Seats seats;
    private final Incoming incoming;
    private LinkState state = LinkState.CONNECTING;
    private Optional<Socket> socket = Optional.empty();
    private Optional<String> renewal = Optional.empty();
    private boolean silent;
    private long deadline;
    private long openedAt;
    private long liveAt = NEVER;
    private long endedAt = NEVER;
    private OptionalLong pingAt = OptionalLong.empty();

    Link(Wiring wiring, LinkOwner owner, long number, List<StreamAccount> accounts, long now) {
        this.wiring = wiring;
        this.owner = owner;
        this.name = wiring.task() + "/" + number;
        this.heard = new Heard(now);
        this.seats = new Seats(wiring, number, heard, accounts);
        this.incoming = new Incoming(wiring, name, seats, new Consequences());
        this.deadline = now + wiring.settings().patience().toMillis();
    }

    LinkState state() {
        return state;
    }

    String name() {
        return name;
    }

    /** Why it has to be replaced, if it has to be. */
    Optional<String> renewal() {
        return renewal;
    }

    /** Whether nothing has come for so long that it counts as half-open. */
    boolean isSilent() {
        return silent;
    }

    /** Since when every account has its answer, epoch ms; far in the future if not. */
    long liveAt() {
        return liveAt;
    }

    /** When it ended, epoch ms; far in the future if it has not. */
    long endedAt() {
        return endedAt;
    }

    /** When the last ping came. */
    OptionalLong pingAt() {
        return pingAt;
    }

    /** The accounts whose events come. */
    Set<String> active() {
        return seats.active();
    }

    List<String> refused() {
        return seats.refused();
    }

    @Override
    public void opened(long now, Socket opened) {
        if (state != LinkState.CONNECTING) {
            opened.close();
            return;
        }
        socket = Optional.of(opened);
        state = LinkState.SUBSCRIBING;
        openedAt = now;
        heard.now(now);
        deadline = now + wiring.settings().patience().toMillis();
        seats.ask(now, opened);
    }

    @Override
    public void text(long at, byte[] frame) {
        long now = Math.max(at, heard.at());
        if (isDeaf()) {
            return;
        }
        heard.now(now);
        incoming.text(now, frame);
    }

    @Override
    public void binary(long at, byte[] frame) {
        long now = Math.max(at, heard.at());
        if (!isDeaf()) {
            heard.now(now);
            incoming.unreadable(now, "a binary frame", frame);
        }
    }

    @Override
    public void ping(long at) {
        if (state != LinkState.CLOSED) {
            long now = Math.max(at, heard.at());
            heard.now(now);
            pingAt = OptionalLong.of(now);
        }
    }

    @Override
    public void closed(long now, SocketEnd end) {
        if (state == LinkState.CLOSED) {
            return;
        }
        if (end.retryAfterMs() > 0) {
            wiring.limit().block(now, end.retryAfterMs());
        }
        if (state != LinkState.DRAINING) {
            wiring.counters().add(Count.BROKEN);
        }
        socket = Optional.empty();
        end(now, end.why());
    }

    /** Closes it; what comes from now on is not read. */
    void close(long now, String why) {
        if (state != LinkState.CLOSED) {
            end(now, why);
        }
    }

    /**
     * Another has taken over: reads on until the exchange answers a question asked now, so that everything it had sent
     * before the other was subscribed has come.
     */
    void drain(long now, String why) {
        renewal = Optional.of(why);
        state = LinkState.DRAINING;
        deadline = now + DRAIN_MS;
        socket.ifPresent(open -> open.send(StreamRequests.ping(LAST_WORD)));
    }

    void tick(long now) {
        switch (state) {
            case CONNECTING ->
                endIfLate(now, "no connection in " + wiring.settings().patience());
            case SUBSCRIBING -> {
                endIfLate(
                        now,
                        "not all subscriptions answered in " + wiring.settings().patience());
                if (state == LinkState.SUBSCRIBING) {
                    seats.ask(now, socket.orElseThrow());
                    progress(now);
                }
            }
            case LIVE -> {
                seats.ask(now, socket.orElseThrow());
                incoming.giveUpUnlessAsking();
                if (now >= openedAt + wiring.settings().renewAfter().toMillis()) {
                    renew(now, "age");
                }
                if (!silent && now >= heard.at() + wiring.settings().silence().toMillis()) {
                    silent = true;
                    renew(now, "no ping");
                    owner.changed(now, this);
                }
            }
            case DRAINING -> endIfLate(now, renewal.orElse("replaced"));
            case CLOSED -> {}
        }
    }

    long nextDue() {
        return switch (state) {
            case CONNECTING, DRAINING -> deadline;
            case SUBSCRIBING -> Math.min(subscribeDeadline(), seats.nextDue());
            case LIVE ->
                Math.min(
                        seats.nextDue(),
                        Math.min(
                                renewal.isPresent()
                                        ? NEVER
                                        : openedAt
                                                + wiring.settings().renewAfter().toMillis(),
                                silent
                                        ? NEVER
                                        : heard.at()
                                                + wiring.settings().silence().toMillis()));
            case CLOSED -> NEVER;
        };
    }

    /** What follows from a frame. */
    private final class Consequences implements Incoming.Consequences {
        @Override
        public void renew(long now, String why) {
            Link.this.renew(now, why);
        }

        @Override
        public void full(long now) {
            if (state != LinkState.CLOSED) {
                owner.full(now);
                end(now, "nothing more can be kept");
            }
        }

        @Override
        public void answered(long now, StreamAnswer answer) {
            Link.this.answered(now, answer);
        }

        @Override
        public boolean isClosed() {
            return state == LinkState.CLOSED;
        }
    }

    private boolean isDeaf() {
        if (state == LinkState.CLOSED) {
            wiring.counters().add(Count.UNHEARD);
            return true;
        }
        return false;
    }

    private long subscribeDeadline() {
        // While the exchange wants no questions, time does not count.
        return Math.max(
                deadline, seats.pausedUntil() + wiring.settings().patience().toMillis());
    }

    private void endIfLate(long now, String why) {
        if (now >= (state == LinkState.SUBSCRIBING ? subscribeDeadline() : deadline)) {
            end(now, why);
        }
    }

    private void end(long now, String why) {
        state = LinkState.CLOSED;
        endedAt = now;
        seats.end(now, why);
        incoming.giveUpEarly();
        socket.ifPresent(Socket::close);
        socket = Optional.empty();
        wiring.notices().note("connection " + name + " has ended: " + why);
        wiring.book().ended(now);
        owner.changed(now, this);
    }

    private void renew(long now, String why) {
        if (renewal.isEmpty()) {
            renewal = Optional.of(why);
            wiring.notices().note("connection " + name + " is to be replaced: " + why);
            owner.changed(now, this);
        }
    }

    /** An answer or a tick may have brought the last account its answer. */
    private void progress(long now) {
        incoming.giveUpUnlessAsking();
        if (state == LinkState.SUBSCRIBING && seats.isComplete()) {
            state = LinkState.LIVE;
            liveAt = now;
            wiring.notices().note("connection " + name + " is live with " + active().size() + " accounts");
            owner.changed(now, this);
        }
    }

    private void answered(long now, StreamAnswer answer) {
        if (answer.id().equals(LAST_WORD)) {
            end(now, renewal.orElse("replaced"));
            return;
        }
        seats.answered(now, answer, socket.orElseThrow()).ifPresent(given -> incoming.release(now, given));
        if (state == LinkState.SUBSCRIBING || state == LinkState.LIVE) {
            seats.ask(now, socket.orElseThrow());
            progress(now);
        }
    }
}
