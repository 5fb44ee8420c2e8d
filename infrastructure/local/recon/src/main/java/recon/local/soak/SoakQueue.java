package recon.local.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import recon.simulator.draw.Draw;
import recon.storage.batch.QueuedMessage;
import recon.storage.execution.ExecutionMessage;
import recon.storage.schema.Schema;
import recon.stream.report.Report;

/**
 * A queue as SQS is: at least once, in any order, out of sight while somebody works on a message, and apart after
 * {@link Schema#DELIVERIES} deliveries. What it has taken is there however the sender fares.
 */
final class SoakQueue {
    private static final int COMES_BACK_PERCENT = 1;

    private final Draw draw;
    private final long visibilityMs;
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final List<Message> apart = new ArrayList<>();
    private final Set<Arrival> arrivals = new HashSet<>();
    private long number;

    /** That a report of a connection is in the queue. */
    record Arrival(String connection, String body) {}

    private static final class Message {
        private final String id;
        private final String body;
        private final Map<String, QueuedMessage.Attribute> attributes;
        private long visibleAt;
        private int deliveries;

        private Message(String id, ExecutionMessage sent) {
            this.id = id;
            this.body = sent.body();
            this.attributes = sent.attributes().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, each -> new QueuedMessage.Attribute(each.getValue(), "String")));
        }

        private QueuedMessage delivered() {
            return new QueuedMessage(
                    id, body, Map.of("ApproximateReceiveCount", Integer.toString(deliveries)), attributes);
        }
    }

    SoakQueue(Draw draw, long visibilityMs) {
        this.draw = draw;
        this.visibilityMs = visibilityMs;
    }

    void put(Report report) {
        String body = new String(report.body(), UTF_8);
        arrivals.add(new Arrival(report.connection(), body));
        String id = "m" + ++number;
        messages.put(
                id,
                new Message(
                        id,
                        new ExecutionMessage(
                                body,
                                report.account(),
                                Instant.ofEpochMilli(report.receivedAt()),
                                report.connection(),
                                report.sequence(),
                                false)));
    }

    /** Some of what is to be seen, in any order. */
    List<QueuedMessage> receive(int most, long now) {
        List<Message> visible = new ArrayList<>();
        messages.values().stream().filter(each -> each.visibleAt <= now).forEach(visible::add);
        List<QueuedMessage> delivered = new ArrayList<>();
        while (!visible.isEmpty() && delivered.size() < most) {
            int place = draw.below(visible.size());
            Message message = visible.get(place);
            visible.set(place, visible.getLast());
            visible.removeLast();
            message.deliveries++;
            message.visibleAt = now + visibilityMs;
            if (message.deliveries > Schema.DELIVERIES) {
                messages.remove(message.id);
                apart.add(message);
            } else {
                delivered.add(message.delivered());
            }
        }
        return delivered;
    }

    /** The work on it is done; sometimes it comes once more all the same. */
    void delete(String id) {
        if (!draw.chance(COMES_BACK_PERCENT)) {
            messages.remove(id);
        }
    }

    /** What was set apart is given another chance, as an operator would. */
    void redrive() {
        apart.forEach(each -> {
            each.deliveries = 0;
            each.visibleAt = 0;
            messages.put(each.id, each);
        });
        apart.clear();
    }

    /** The time in which they were out of sight has passed. */
    void revealAll() {
        messages.values().forEach(each -> each.visibleAt = 0);
    }

    /** Messages that nobody is done with. */
    int size() {
        return messages.size() + apart.size();
    }

    /** Whether that report of that connection ever was in the queue. */
    boolean took(Arrival arrival) {
        return arrivals.contains(arrival);
    }

    /** How often each body was put. */
    Map<String, Integer> bodies() {
        Map<String, Integer> bodies = new HashMap<>();
        arrivals.forEach(each -> bodies.merge(each.body(), 1, Integer::sum));
        return bodies;
    }
}
