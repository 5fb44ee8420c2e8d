package recon.simulator.stream;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import recon.simulator.SimulatedAccount;
import recon.simulator.event.AccountEvent;
import recon.simulator.world.Holding;
import recon.simulator.world.World;

/** The accounts that anybody is subscribed to, and which of them has the next event. */
final class Feeds {
    private final World world;
    private final Map<String, Feed> byUid = new HashMap<>();
    private final TreeSet<Due> dues =
            new TreeSet<>(Comparator.comparingLong(Due::at).thenComparingInt(due -> due.feed.place()));
    private long known = Long.MIN_VALUE;

    private record Due(long at, Feed feed) {}

    Feeds(World world) {
        this.world = world;
    }

    World world() {
        return world;
    }

    /** Takes in what the world has come to know; it comes to know whole days. */
    void look(long now) {
        synchronized (world) {
            world.historyUntil(now);
            if (world.known() != known) {
                known = world.known();
                dues.clear();
                byUid.values().forEach(feed -> {
                    feed.look(world.historyUntil(now).events(feed.account().uid()));
                    queue(feed);
                });
            }
        }
    }

    /** When the next event is due, as far as is known. */
    long due() {
        return dues.isEmpty() ? Timers.NEVER : dues.getFirst().at;
    }

    /** The same, or the end of what is known; never where nobody is subscribed. */
    long dueOrUnknown() {
        return byUid.isEmpty() ? Timers.NEVER : Math.min(known, due());
    }

    Feed first() {
        return dues.getFirst().feed;
    }

    /** The next event of the first feed. */
    AccountEvent take(Feed first) {
        dues.removeFirst();
        AccountEvent event = first.take();
        queue(first);
        return event;
    }

    void attach(Subscription subscription, long now) {
        look(now);
        SimulatedAccount account = subscription.account();
        Feed feed = byUid.get(account.uid());
        if (feed == null) {
            synchronized (world) {
                feed = new Feed(
                        account,
                        world.accounts().indexOf(account),
                        world.historyUntil(now).events(account.uid()),
                        now);
            }
            byUid.put(account.uid(), feed);
            queue(feed);
        }
        feed.add(subscription);
    }

    void detach(Subscription subscription) {
        Feed feed = byUid.get(subscription.account().uid());
        if (feed != null && feed.remove(subscription)) {
            byUid.remove(subscription.account().uid());
            dues.remove(new Due(feed.due(), feed));
        }
    }

    List<Subscription> subscriptions(String uid) {
        Feed feed = byUid.get(uid);
        return feed == null ? List.of() : feed.subscriptions();
    }

    Optional<AccountEvent> lastBefore(SimulatedAccount account, long now) {
        synchronized (world) {
            List<AccountEvent> before =
                    world.historyUntil(now).events(account.uid()).between(0, now);
            return before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
        }
    }

    List<Holding> holdings(SimulatedAccount account, long at) {
        synchronized (world) {
            return world.holdings(account, at);
        }
    }

    private void queue(Feed feed) {
        if (feed.due() != Timers.NEVER) {
            dues.add(new Due(feed.due(), feed));
        }
    }
}
