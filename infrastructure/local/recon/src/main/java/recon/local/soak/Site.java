package recon.local.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recon.binance.client.Credentials;
import recon.simulator.KeyType;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatedKey;
import recon.simulator.Simulator;
import recon.simulator.draw.Draw;
import recon.stream.connection.StreamAccount;

/** What all of a course share: the exchange, the time, the queues, the tables, and what no crash takes away. */
final class Site {
    private static final List<KeyType> TYPES = List.of(KeyType.HMAC, KeyType.RSA, KeyType.ED25519);

    final long seed;
    final Set<Guard> off;
    final Conditions conditions;
    final SoakTime time;
    final Simulator exchange;
    final long skew;
    final Timetable timetable = new Timetable();
    final Moods recordMood;
    final Moods bridgeMood;
    final Moods marksMood;
    final SoakQueue record;
    final SoakQueue bridge;
    final SoakMarks marks;
    final List<StreamAccount> accounts;
    /** The same with the keys that the lists are read with. */
    final List<StreamAccount> readers;
    /** Which connection of ours a session of the exchange is: {@code <task>/<number>}. */
    final Map<Long, String> connections = new HashMap<>();
    /** While true nobody reaches the exchange. */
    boolean unreachable;

    Site(long seed, Set<Guard> off, Conditions conditions, SoakTime time, Simulator exchange) {
        this.seed = seed;
        this.off = Set.copyOf(off);
        this.conditions = conditions;
        this.time = time;
        this.exchange = exchange;
        this.skew = exchange.exchangeTime().toEpochMilli() - time.millis();
        this.recordMood = new Moods(draw("record mood"), conditions.oddPercent());
        this.bridgeMood = new Moods(draw("bridge mood"), conditions.oddPercent());
        this.marksMood = new Moods(draw("marks mood"), conditions.oddPercent());
        long visibilityMs = conditions.visibility().toMillis();
        this.record = new SoakQueue(draw("record queue"), visibilityMs);
        this.bridge = new SoakQueue(draw("bridge queue"), visibilityMs);
        this.marks = new SoakMarks(marksMood, time, timetable, off.contains(Guard.WATERMARK));
        this.accounts = accounts(exchange.accounts(), conditions.otherKeys());
        this.readers = accounts(exchange.accounts(), false);
    }

    /** Draws for one purpose. */
    Draw draw(String purpose) {
        return Draw.of(seed, "soak " + purpose);
    }

    boolean without(Guard guard) {
        return off.contains(guard);
    }

    /** The session of the exchange that a connection of ours is. */
    Optional<Long> session(String connection) {
        return connections.entrySet().stream()
                .filter(each -> each.getValue().equals(connection))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Accounts of the exchange with their keys. */
    static List<StreamAccount> accounts(List<SimulatedAccount> simulated, boolean otherKeys) {
        List<StreamAccount> accounts = new ArrayList<>();
        for (SimulatedAccount account : simulated) {
            KeyType type = otherKeys ? TYPES.get(accounts.size() % TYPES.size()) : KeyType.HMAC;
            SimulatedKey key = account.key(type);
            accounts.add(new StreamAccount(
                    account.uid(),
                    type == KeyType.HMAC
                            ? Credentials.hmac(key.apiKey(), key.secret())
                            : Credentials.privateKey(key.apiKey(), key.secret())));
        }
        return List.copyOf(accounts);
    }
}
