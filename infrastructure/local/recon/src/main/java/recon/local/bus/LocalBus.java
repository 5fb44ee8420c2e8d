package recon.local.bus;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import recon.storage.event.DomainEvent;
import recon.storage.event.EventBus;
import recon.storage.event.Routes;
import recon.storage.queue.WorkQueue;

/** Delivers events to the same queues, and in the same envelope, as the rules of EventBridge would. */
public final class LocalBus implements EventBus {
    private final Map<String, WorkQueue> queues;
    private final ObjectMapper json;

    /** @param queues by kind */
    public LocalBus(Map<String, WorkQueue> queues, ObjectMapper json) {
        this.queues = Map.copyOf(queues);
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public void publish(List<DomainEvent> events) {
        for (DomainEvent event : events) {
            for (String kind : Routes.queuesFor(event.type())) {
                requireNonNull(queues.get(kind), "no queue of kind " + kind).send(envelope(event));
            }
        }
    }

    private String envelope(DomainEvent event) {
        try {
            return json.writeValueAsString(new Envelope(
                    "0",
                    event.id(),
                    event.type(),
                    event.source(),
                    event.time().toString(),
                    List.of(event.id()),
                    json.readTree(event.detailJson())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: the detail of " + event.id(), e);
        }
    }
}
