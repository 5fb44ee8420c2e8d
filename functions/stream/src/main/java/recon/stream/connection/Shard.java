package recon.stream.connection;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import recon.stream.notice.Count;

/**
 * The accounts that share a connection. It always wants one that is live: a connection that has to be replaced, or is
 * gone, gets a successor, and is left only once the successor has subscribed every account that it holds.
 */
public final class Shard {
    private static final long NEVER = Long.MAX_VALUE;
    /** For so long both connections are listened to: what is known of either ends a millisecond before it was last heard of. */
    private static final long OVERLAP_MS = 1_000;

    private final Wiring wiring;
    private final List<StreamAccount> accounts;
    private final LongUnaryOperator numbers;
    private final Runnable full;
    private final List<Link> draining = new ArrayList<>();
    private Optional<Link> current = Optional.empty();
    private Optional<Link> successor = Optional.empty();
    private Optional<Link> calm = Optional.empty();
    private long connectAt = NEVER;
    private int failures;
    private boolean halted = true;
    private boolean settling;

    /**
     * One that does nothing before {@link #resume}.
     *
     * @param numbers gives a connection's number, never twice, from the time in epoch ms
     * @param full is told when there is no place for a report
     */
    public Shard(Wiring wiring, List<StreamAccount> accounts, LongUnaryOperator numbers, Runnable full) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.accounts = List.copyOf(accounts);
        this.numbers = requireNonNull(numbers, "numbers is null");
        this.full = requireNonNull(full, "full is null");
    }

    private final class Owner implements LinkOwner {
        @Override
        public void changed(long now, Link link) {
            settle(now);
        }

        @Override
        public void full(long now) {
            halted = true;
            full.run();
        }
    }

    /** Begins to connect, or begins again. */
    public void resume(long now) {
        halted = false;
        settle(now);
    }

    /** Closes everything and connects no more until {@link #resume}. */
    public void halt(long now, String why) {
        halted = true;
        connectAt = NEVER;
        links().forEach(link -> link.close(now, why));
        settle(now);
    }

    /** Does what is due. */
    public void tick(long now) {
        links().forEach(link -> link.tick(now));
        settle(now);
    }

    /** When {@link #tick} has something to do, epoch ms. */
    public long nextDue() {
        long due = connectAt;
        for (Link link : draining) {
            due = Math.min(due, link.nextDue());
        }
        due = Math.min(due, current.map(Link::nextDue).orElse(NEVER));
        due = Math.min(due, heir().map(this::takesOverAt).orElse(NEVER));
        return Math.min(due, successor.map(Link::nextDue).orElse(NEVER));
    }

    /** What it looks like now. */
    public ShardStatus status() {
        Optional<Link> shown = current.or(() -> successor);
        return new ShardStatus(
                accounts.size(),
                shown.map(Link::state).orElse(LinkState.CLOSED),
                shown.map(Link::name).orElse("-"),
                shown.map(link -> link.active().size()).orElse(0),
                shown.map(Link::refused).orElse(List.of()),
                successor.isPresent() && current.isPresent(),
                shown.map(Link::pingAt).orElse(OptionalLong.empty()));
    }

    /** All connections that are not gone. */
    private List<Link> links() {
        List<Link> all = new ArrayList<>(draining);
        current.ifPresent(all::add);
        successor.ifPresent(all::add);
        return all;
    }

    private void settle(long now) {
        // What is done here changes connections, which call again: one run sees it all.
        if (settling) {
            return;
        }
        settling = true;
        try {
            arrange(now);
            connect(now);
            arrange(now);
        } finally {
            settling = false;
        }
    }

    private void arrange(long now) {
        forgetClosed();
        giveUpSuccessor(now);
        takeOver(now);
        forgetClosed();
        plan(now);
    }

    private void forgetClosed() {
        draining.removeIf(Shard::isClosed);
        current.filter(Shard::isClosed).ifPresent(gone -> {
            calmed(gone, gone.endedAt());
            current = Optional.empty();
        });
        successor = successor.filter(link -> !isClosed(link));
    }

    /** One that is to be replaced before it took over is no help: another is tried, after a pause. */
    private void giveUpSuccessor(long now) {
        successor
                .filter(link -> link.renewal().isPresent() && current.isPresent())
                .filter(_ -> heir().isEmpty())
                .ifPresent(link -> link.close(now, link.renewal().orElseThrow()));
        successor = successor.filter(link -> !isClosed(link));
    }

    /** The successor, when it holds everything that the one before it does, or nothing comes from that any more. */
    private Optional<Link> heir() {
        return successor
                .filter(link -> link.state() == LinkState.LIVE)
                .filter(link -> current.isEmpty()
                        || current.get().isSilent()
                        || link.active().containsAll(current.get().active()));
    }

    private long takesOverAt(Link heir) {
        boolean both = current.filter(old -> !old.isSilent()).isPresent()
                && heir.renewal().isEmpty();
        return both ? heir.liveAt() + OVERLAP_MS : heir.liveAt();
    }

    private void takeOver(long now) {
        Optional<Link> ready = heir().filter(link -> now >= takesOverAt(link));
        if (ready.isEmpty()) {
            return;
        }
        successor = Optional.empty();
        current.ifPresent(old -> {
            draining.add(old);
            old.drain(now, old.renewal().orElse("replaced"));
        });
        current = ready;
    }

    private void plan(long now) {
        boolean wanted = current.isEmpty() || current.get().renewal().isPresent();
        if (halted || !wanted || successor.isPresent() || connectAt != NEVER) {
            return;
        }
        current.ifPresent(old -> calmed(old, now));
        connectAt = failures == 0 ? now : now + wiring.settings().pauses().draw(failures, wiring.random());
        failures++;
    }

    /** A connection that lived long enough ends the row of failures, once. */
    private void calmed(Link link, long until) {
        boolean stable = until - wiring.settings().stable().toMillis() >= link.liveAt();
        if (stable && calm.filter(before -> before == link).isEmpty()) {
            calm = Optional.of(link);
            failures = 0;
        }
    }

    private void connect(long now) {
        if (connectAt > now) {
            return;
        }
        if (!wiring.limit().take(now)) {
            connectAt = wiring.limit().freeAt(now);
            return;
        }
        connectAt = NEVER;
        wiring.counters().add(Count.CONNECTS);
        if (current.isPresent()) {
            wiring.counters().add(Count.RECONNECTS);
        }
        Link link = new Link(wiring, new Owner(), numbers.applyAsLong(now), accounts, now);
        successor = Optional.of(link);
        wiring.connector().open(link);
    }

    private static boolean isClosed(Link link) {
        return link.state() == LinkState.CLOSED;
    }
}
