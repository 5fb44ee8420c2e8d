package recon.reconcile.handler;

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
import recon.storage.work.Slice;

/** The doorway: a finished collection plans if it closes a day, a task works. */
@Named("reconcile")
public class ReconcileHandler implements RequestStreamHandler {
    private final Reconcile reconcile;
    private final ObjectMapper json;

    /** @param json reads the event and writes the answer */
    @Inject
    public ReconcileHandler(Reconcile reconcile, ObjectMapper json) {
        this.reconcile = requireNonNull(reconcile, "reconcile is null");
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        json.writeValue(output, json.readValue(input, Batch.class).work(context::getRemainingTimeInMillis, this::take));
    }

    private void take(String body, Slice slice) throws JsonProcessingException {
        QueuedEvent envelope = json.readValue(body, QueuedEvent.class);
        if (envelope.type().isEmpty()) {
            reconcile.work(body, slice);
            return;
        }
        CollectionCompleted collected = envelope.detail()
                .orElseThrow(() -> new IllegalArgumentException("an event without detail: " + envelope.type()));
        // Others have no day to close: they are for whoever makes trades of futures.
        if (collected.closesDay()) {
            reconcile.plan(collected, body);
        }
    }
}
