package recon.simulator.stream;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import recon.simulator.event.AccountEvent;
import recon.simulator.event.AccountPosition;
import recon.simulator.http.Keys;
import recon.simulator.http.SignedRequests;
import recon.simulator.limits.Bucket;
import recon.simulator.limits.Budgets;
import recon.simulator.limits.Verdict;
import recon.simulator.log.LogLine;
import recon.simulator.log.RequestLog;
import recon.simulator.world.Holding;
import recon.simulator.world.World;

/**
 * The WebSocket API without its socket. It reads the exchange's clock and never waits: whoever moves the clock calls
 * {@link #advance()} afterwards, and everything that fell due meanwhile happens in the order of its time: events, pings,
 * deadlines. {@link #nextDue()} tells how far the clock can jump without missing anything.
 *
 * <p>For a test: {@code session = hub.open(frames, "")}, {@code session.receive(request)}, move the clock, {@code
 * hub.advance()}, {@code frames.drain()}; pings among the frames must be answered by {@code session.pong(payload)}.
 *
 * <p>Nothing is told twice: a session hears of what is sent after it subscribed. Safe for use by several threads.
 */
public final class StreamHub {
    private static final int MICROS = 1_000;
    private static final Pattern MICROSECONDS = Pattern.compile("\\btimeUnit=(MICROSECOND|microsecond)\\b");

    private final long seed;
    private final LongSupplier clock;
    private final Budgets budgets;
    private final Keys keys;
    private final StreamFaults faults;
    private final RequestLog log;
    private final Requests requests;
    private final Deliveries deliveries = new Deliveries();
    private final List<StreamSession> sessions = new ArrayList<>();
    private final Feeds feeds;
    private final Deque<Runnable> inbox = new ArrayDeque<>();
    private boolean busy;
    private long lastSession;
    private long at = Long.MIN_VALUE;

    /**
     * The streams of one world.
     *
     * @param clock the exchange's clock, epoch ms
     */
    public StreamHub(
            long seed,
            World world,
            LongSupplier clock,
            Budgets budgets,
            Keys keys,
            StreamFaults faults,
            RequestLog log) {
        this.seed = seed;
        this.feeds = new Feeds(world);
        this.clock = clock;
        this.budgets = budgets;
        this.keys = keys;
        this.faults = faults;
        this.log = log;
        this.requests = new Requests(this, new SignedRequests(keys), budgets);
    }

    /**
     * An attempt to connect; costs weight 2, and 300 are let in within five minutes.
     *
     * @param query of the URL: {@code timeUnit=MICROSECOND}, {@code returnRateLimits=false}, or empty
     */
    public synchronized Admission connect(StreamSink sink, String query) {
        requireNonNull(sink, "sink is null");
        long now = now();
        Verdict verdict = budgets.connect(now);
        int status = switch (verdict) {
            case Verdict.Admitted _ -> 101;
            case Verdict.TooMany _ -> 429;
            case Verdict.Banned _ -> 418;
        };
        logged("connect", Optional.empty(), status, Bucket.connections(), 2);
        return switch (verdict) {
            case Verdict.TooMany broken -> new Admission.TurnedAway(status, broken.retryAfterSeconds());
            case Verdict.Banned ban -> new Admission.TurnedAway(status, ban.retryAfterSeconds());
            case Verdict.Admitted _ -> {
                boolean micros = MICROSECONDS.matcher(query).find();
                StreamSession session = new StreamSession(
                        this,
                        ++lastSession,
                        sink,
                        new StreamSession.Connected(
                                now, micros ? MICROS : 1, !query.contains("returnRateLimits=false")));
                sessions.add(session);
                yield new Admission.Admitted(session);
            }
        };
    }

    /** The same for one who knows that it will be let in. */
    public StreamSession open(StreamSink sink, String query) {
        return switch (connect(sink, query)) {
            case Admission.Admitted admitted -> admitted.session();
            case Admission.TurnedAway away ->
                throw new IllegalStateException("the exchange refuses to connect: " + away.status());
        };
    }

    /** Lets everything happen that has fallen due by the exchange's clock. */
    public void advance() {
        act(this::catchUp);
    }

    /**
     * When something will happen next, on the exchange's clock; the midnight up to which the world is known if nothing
     * before. Empty while nobody is connected.
     */
    public synchronized Optional<Instant> nextDue() {
        long next = Math.min(timersDue(), feeds.dueOrUnknown());
        return next == Timers.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next));
    }

    /** Sessions that have not ended, in the order of connecting. */
    public synchronized List<StreamSession> sessions() {
        return List.copyOf(sessions);
    }

    /** What was sent to whom, and what was not. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** The faults to come. */
    public StreamFaults faults() {
        return faults;
    }

    /**
     * Sends {@code serverShutdown} to every session.
     *
     * @param close whether the sessions are closed at once thereafter
     */
    public void shutDown(boolean close) {
        act(() -> List.copyOf(sessions).forEach(session -> {
            session.announceShutdown(now());
            if (close) {
                session.close("server shutdown");
            }
        }));
    }

    /** Lets a connection fail now: {@code CUT}, {@code HALF_OPEN} or {@code CLOSE}. */
    public void fail(StreamSession session, StreamFault fault) {
        act(() -> {
            deliveries.struck(fault);
            switch (fault) {
                case CUT -> session.cut();
                case HALF_OPEN -> session.halfOpen();
                case CLOSE -> session.close("the connection has lived for 24 hours");
                default -> throw new IllegalArgumentException(fault + " is not a connection's failure");
            }
        });
    }

    /**
     * Revokes a key for good, REST included. A session that is logged on with it is told so and closed; a subscription
     * that was signed with it ends with {@code eventStreamTerminated}.
     */
    public void revoke(String apiKey) {
        act(() -> revokeNow(apiKey));
    }

    void revokeNow(String apiKey) {
        keys.revoke(apiKey);
        for (StreamSession session : List.copyOf(sessions)) {
            if (session.logon().filter(logon -> logon.apiKey().equals(apiKey)).isPresent()) {
                session.closeRevoked(Requests.REVOKED);
            }
            session.active().stream()
                    .filter(subscription -> subscription.apiKey().equals(apiKey))
                    .forEach(subscription -> session.terminate(subscription, now()));
        }
    }

    /** Sends events of no world to all who are subscribed to their accounts, at once. Counted, not kept. */
    void publish(List<Publication> burst) {
        act(() -> burst.forEach(each -> tell(feeds.subscriptions(each.uid), each.event, now(), false)));
    }

    /** An event for the subscribers to an account. */
    record Publication(String uid, AccountEvent event) {}

    World world() {
        return feeds.world();
    }

    /** Runs an action with all that it entails; what is asked for meanwhile comes after it. */
    synchronized void act(Runnable action) {
        inbox.add(action);
        if (busy) {
            return;
        }
        busy = true;
        try {
            drain();
            sessions.forEach(session -> session.sink().flush());
        } finally {
            inbox.clear();
            busy = false;
        }
    }

    private void drain() {
        for (Runnable next = inbox.poll(); next != null; next = inbox.poll()) {
            next.run();
        }
    }

    /** The instant that is being dealt with: the clock, or the time of what has fallen due since. */
    long now() {
        return at == Long.MIN_VALUE ? clock.getAsLong() : at;
    }

    long seed() {
        return seed;
    }

    Requests requests() {
        return requests;
    }

    /** What a sink asks for meanwhile is done at the instant of the frame that it answers. */
    void catchUp() {
        if (at != Long.MIN_VALUE) {
            return;
        }
        long now = clock.getAsLong();
        feeds.look(now);
        try {
            while (true) {
                long event = feeds.due();
                long timer = timersDue();
                if (Math.min(event, timer) > now) {
                    return;
                }
                at = Math.min(event, timer);
                if (event <= timer) {
                    Feed feed = feeds.first();
                    tell(feed.subscriptions(), feeds.take(feed), at, true);
                } else {
                    sessions.stream()
                            .filter(session -> session.timers().next() == timer)
                            .findFirst()
                            .orElseThrow()
                            .timers()
                            .fire();
                }
                drain();
            }
        } finally {
            at = Long.MIN_VALUE;
        }
    }

    void attach(Subscription subscription) {
        feeds.attach(subscription, now());
    }

    void detach(Subscription subscription) {
        feeds.detach(subscription);
    }

    /** The last event of the account until now, under a new subscription. */
    void sendEarly(Subscription subscription, long now) {
        feeds.lastBefore(subscription.account(), now)
                .ifPresent(last -> subscription
                        .session()
                        .early(subscription, last, frame(subscription, last, holdings(subscription, last)), now));
    }

    void ended(StreamSession session) {
        sessions.remove(session);
    }

    void delivered(Delivery delivery) {
        deliveries.add(delivery);
    }

    void published(int copies) {
        deliveries.published(copies);
    }

    void struck(StreamFault fault) {
        deliveries.struck(fault);
    }

    void logged(String target, Optional<String> uid, int status, Bucket bucket, int weight) {
        log.append(
                new LogLine(0, now(), "WS", target, uid, status, Optional.of(bucket.name()), weight, Optional.empty()));
    }

    private long timersDue() {
        long next = Timers.NEVER;
        for (StreamSession session : sessions) {
            next = Math.min(next, session.timers().next());
        }
        return next;
    }

    private void tell(List<Subscription> told, AccountEvent event, long now, boolean kept) {
        if (!told.isEmpty()) {
            List<Holding> holdings = holdings(told.getFirst(), event);
            for (Subscription subscription : told) {
                subscription.session().deliver(subscription, event, frame(subscription, event, holdings), now, kept);
            }
        }
    }

    private List<Holding> holdings(Subscription subscription, AccountEvent event) {
        return event instanceof AccountPosition ? feeds.holdings(subscription.account(), event.eventTime()) : List.of();
    }

    private static String frame(Subscription subscription, AccountEvent event, List<Holding> holdings) {
        return EventText.frame(
                subscription.id(),
                EventText.of(event, subscription.session().connected().perMs(), holdings));
    }
}
