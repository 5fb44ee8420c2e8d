package recon.aggregate.handler;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import recon.storage.batch.Batch;
import recon.storage.event.CollectionCompleted;
import recon.storage.event.QueuedEvent;
import recon.storage.event.Routes;
import recon.storage.work.Slice;

/** The doorway: a finished collection of futures plans, a task works. */
@Named("aggregate")
public class AggregateHandler implements RequestStreamHandler {
    private final Aggregate aggregate;
    private final ObjectMapper json;

    /** @param json reads the event and writes the answer */
    @Inject
    public AggregateHandler(Aggregate aggregate, ObjectMapper json) {
        this.aggregate = requireNonNull(aggregate, "aggregate is null");
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        json.writeValue(output, json.readValue(input, Batch.class).work(context::getRemainingTimeInMillis, this::take));
    }

    private void take(String body, Slice slice) throws JsonProcessingException {
        QueuedEvent event = json.readValue(body, QueuedEvent.class);
        if (event.type().isEmpty()) {
            aggregate.work(body, slice);
            return;
        }
        CollectionCompleted detail = event.detail()
                .orElseThrow(() -> new IllegalArgumentException("an event without detail: " + event.type()));
        if (event.type().filter(Routes.AGGREGATION_REQUESTED::equals).isPresent()) {
            aggregate.requested(detail);
        } else {
            aggregate.collected(detail, body);
        }
    }
}
