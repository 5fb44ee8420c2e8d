package recon.simulator.stream;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import recon.simulator.SimulatedAccount;
import recon.simulator.event.AccountEvent;

/**
 * The exchange's end of one connection. What the customer sends goes in here; what the exchange sends goes into the
 * sink. What a sink calls is done as soon as
 * the hub has finished with the frame that it was handed.
 */
public final class StreamSession {
    private static final long LONGEST_MS = 86_400_000;
    private static final int GOING_AWAY = 1_001;
    private static final int NORMAL = 1_000;

    private final StreamHub hub;
    private final long id;
    private final StreamSink sink;
    private final Connected connected;
    private final Timers timers = new Timers();
    private final SortedMap<Integer, Subscription> subscriptions = new TreeMap<>();
    private final Heartbeat heartbeat;
    private final Courier courier;
    private Optional<Logon> logon = Optional.empty();
    private int nextSubscription;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        HALF_OPEN,
        ENDED
    }

    /** The key that a session is logged on with, and since when, epoch ms. */
    record Logon(String apiKey, SimulatedAccount account, long since) {}

    /**
     * What was asked for in the URL.
     *
     * @param at epoch ms
     * @param perMs 1 for times in milliseconds, 1,000 for microseconds
     * @param showsLimits whether answers tell the weight used
     */
    record Connected(long at, int perMs, boolean showsLimits) {}

    StreamSession(StreamHub hub, long id, StreamSink sink, Connected connected) {
        this.hub = hub;
        this.id = id;
        this.sink = sink;
        this.connected = connected;
        this.heartbeat = new Heartbeat(this);
        this.courier = new Courier(this, hub);
        heartbeat.start(connected.at());
        timers.at(connected.at() + LONGEST_MS, _ -> close("the connection has lived for 24 hours"));
    }

    /** Counted from 1 in the order of connecting. */
    public long id() {
        return id;
    }

    /** A text frame from the customer. */
    public void receive(String text) {
        requireNonNull(text, "text is null");
        hub.act(() -> {
            hub.catchUp();
            if (isHeard()) {
                hub.requests().answer(this, text);
            }
        });
    }

    /** A ping frame from the customer. */
    public void ping(byte[] payload) {
        hub.act(() -> {
            if (isHeard()) {
                sink.pong(payload);
            }
        });
    }

    /** A pong frame from the customer. */
    public void pong(byte[] payload) {
        synchronized (hub) {
            heartbeat.answered(payload);
        }
    }

    /**
     * Pings that wait for their pong. Who moves a virtual clock while the customer is at the far end of a real socket
     * waits for 0 before the clock goes on by more than seconds, or the customer seems to be silent.
     */
    public int unanswered() {
        synchronized (hub) {
            return heartbeat.unanswered();
        }
    }

    /** The customer has closed the connection, or it broke on the customer's side. */
    public void closed() {
        hub.act(this::end);
    }

    /** Whether the exchange has not closed or cut the connection; a half-open one counts as open. */
    public boolean isOpen() {
        synchronized (hub) {
            return state != State.ENDED;
        }
    }

    /** The accounts that the session is subscribed to: uid by subscription id. */
    public SortedMap<Integer, String> subscriptions() {
        synchronized (hub) {
            SortedMap<Integer, String> uids = new TreeMap<>();
            subscriptions.forEach(
                    (number, each) -> uids.put(number, each.account().uid()));
            return uids;
        }
    }

    /** Whether anything is sent or heard: neither ended nor half-open. */
    public boolean isHeard() {
        synchronized (hub) {
            return state == State.OPEN;
        }
    }

    StreamSink sink() {
        return sink;
    }

    Timers timers() {
        return timers;
    }

    Connected connected() {
        return connected;
    }

    Optional<Logon> logon() {
        return logon;
    }

    void logon(Optional<Logon> other) {
        logon = other;
    }

    int subscriptionsEver() {
        return nextSubscription;
    }

    List<Subscription> active() {
        return List.copyOf(subscriptions.values());
    }

    Optional<Subscription> active(int number) {
        return Optional.ofNullable(subscriptions.get(number));
    }

    Subscription subscribe(SimulatedAccount account, String apiKey, boolean byLogon) {
        Subscription subscription = new Subscription(this, nextSubscription++, account, apiKey, byLogon);
        subscriptions.put(subscription.id(), subscription);
        hub.attach(subscription);
        return subscription;
    }

    /** Ends a subscription and says so. */
    void terminate(Subscription subscription, long now) {
        if (subscriptions.remove(subscription.id()) != null) {
            hub.detach(subscription);
            send(EventText.frame(subscription.id(), EventText.bare("eventStreamTerminated", now, connected.perMs())));
        }
    }

    void deliver(Subscription subscription, AccountEvent event, String frame, long now, boolean kept) {
        if (subscriptions.containsKey(subscription.id())) {
            courier.deliver(subscription, event, frame, now, kept);
        }
    }

    void early(Subscription subscription, AccountEvent event, String frame, long now) {
        courier.early(subscription, event, frame, now);
    }

    /** Sends a text frame, unless nothing is sent any more. */
    boolean send(String text) {
        if (isHeard()) {
            sink.text(text);
        }
        return isHeard();
    }

    void announceShutdown(long now) {
        send("{\"event\":" + EventText.bare("serverShutdown", now, connected.perMs()) + "}");
    }

    void close(String reason) {
        if (isHeard()) {
            sink.close(GOING_AWAY, reason);
            end();
        }
    }

    void closeRevoked(String message) {
        if (send(message)) {
            sink.close(NORMAL, "the key is revoked");
            end();
        }
    }

    void cut() {
        if (isHeard()) {
            sink.cut();
            end();
        }
    }

    void halfOpen() {
        state = State.HALF_OPEN;
        courier.giveUp(hub.now());
        timers.clear();
    }

    private void end() {
        if (state != State.ENDED) {
            state = State.ENDED;
            courier.giveUp(hub.now());
            timers.clear();
            subscriptions.values().forEach(hub::detach);
            subscriptions.clear();
            hub.ended(this);
        }
    }
}
