package recon.local.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import recon.bridge.broker.Broker;
import recon.bridge.broker.Letter;
import recon.simulator.draw.Draw;

/** A broker that confirms, refuses, blocks, finds no queue for a message, is away, or loses its confirmations. */
final class SoakBroker implements Broker {
    private final Moods moods;
    private final Draw draw;
    private final Set<String> bodies = new HashSet<>();
    private final Set<String> confirmed = new HashSet<>();

    SoakBroker(Moods moods, Draw draw) {
        this.moods = moods;
        this.draw = draw;
    }

    @Override
    public Set<String> publish(List<Letter> letters, Duration patience) {
        Mood mood = moods.next();
        Set<String> answered = new HashSet<>();
        for (Letter letter : letters) {
            boolean taken = switch (mood) {
                case WELL, TAKEN_BUT_FAILED, TAKEN_IN_SILENCE -> true;
                // Nacked one by one, or blocked in the middle.
                case PARTLY, SILENT -> draw.chance(50);
                // Unroutable, or away.
                case THROTTLED, AWAY -> false;
            };
            boolean told = taken && (mood == Mood.WELL || mood == Mood.PARTLY);
            if (taken) {
                bodies.add(new String(letter.body(), UTF_8));
            }
            if (told) {
                answered.add(letter.id());
            }
        }
        confirmed.addAll(answered);
        return answered;
    }

    /** Every body that is in a queue of the broker. */
    Set<String> bodies() {
        return Set.copyOf(bodies);
    }

    boolean confirmed(String id) {
        return confirmed.contains(id);
    }
}
