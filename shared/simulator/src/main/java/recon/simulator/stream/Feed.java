package recon.simulator.stream;

import java.util.ArrayList;
import java.util.List;
import recon.simulator.SimulatedAccount;
import recon.simulator.event.AccountEvent;
import recon.simulator.world.Timeline;

/** The events of one account that somebody is subscribed to, up to where they were sent. */
final class Feed {
    private final SimulatedAccount account;
    private final int place;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Timeline<AccountEvent> events;
    private int next;

    Feed(SimulatedAccount account, int place, Timeline<AccountEvent> events, long after) {
        this.account = account;
        this.place = place;
        this.events = events;
        this.next = events.countBelow(AccountEvent::eventTime, after + 1);
    }

    SimulatedAccount account() {
        return account;
    }

    int place() {
        return place;
    }

    List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    void add(Subscription subscription) {
        subscriptions.add(subscription);
    }

    /** Tells whether nobody is left. */
    boolean remove(Subscription subscription) {
        subscriptions.remove(subscription);
        return subscriptions.isEmpty();
    }

    /** The world has gone on. */
    void look(Timeline<AccountEvent> now) {
        events = now;
    }

    /** When the next known event is due. */
    long due() {
        return next < events.all().size() ? events.all().get(next).eventTime() : Timers.NEVER;
    }

    AccountEvent take() {
        return events.all().get(next++);
    }
}
