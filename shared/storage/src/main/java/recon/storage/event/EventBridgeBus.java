package recon.storage.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import recon.storage.StorageException;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Batches;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** EventBridge. Its own event id is random; ours travels as the first of the event's resources. */
public final class EventBridgeBus implements EventBus {
    private static final int BATCH = 10;

    private final EventBridgeClient client;
    private final String bus;

    public EventBridgeBus(AwsClients clients, AwsSettings settings) {
        this.client = clients.events();
        this.bus = requireNonNull(settings.eventBus(), "eventBus is null");
    }

    @Override
    public void publish(List<DomainEvent> events) {
        for (List<DomainEvent> batch : Batches.chunks(List.copyOf(events), BATCH)) {
            var answer = client.putEvents(
                    r -> r.entries(batch.stream().map(this::entry).toList()));
            if (answer.failedEntryCount() > 0) {
                throw new StorageException.Refused(
                        answer.failedEntryCount() + " of " + batch.size() + " events",
                        refusals(batch, answer.entries()));
            }
        }
    }

    private PutEventsRequestEntry entry(DomainEvent event) {
        return PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source(event.source())
                .detailType(event.type())
                .time(event.time())
                .resources(event.id())
                .detail(event.detailJson())
                .build();
    }

    private static String refusals(List<DomainEvent> batch, List<PutEventsResultEntry> results) {
        return IntStream.range(0, Math.min(batch.size(), results.size()))
                .filter(i -> results.get(i).errorCode() != null)
                .mapToObj(i -> batch.get(i).id() + " (" + results.get(i).errorCode() + ": "
                        + results.get(i).errorMessage() + ")")
                .collect(Collectors.joining(", "));
    }
}
