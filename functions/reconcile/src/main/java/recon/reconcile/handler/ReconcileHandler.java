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
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The doorway: a finished collection plans, a task works.
 *
 * <p>A message that fails is reported by its id and comes again; the others of its batch are done.
 */
@Named("reconcile")
public class ReconcileHandler implements RequestStreamHandler {
    private static final Logger LOG = Logger.getLogger(ReconcileHandler.class);
    /** What a worker leaves of the function's time for ending in good order. */
    private static final int RESERVE_MILLIS = 30_000;

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
        List<ReconcileAnswer.ItemFailure> failed = new ArrayList<>();
        for (ReconcileEvent.Message message :
                json.readValue(input, ReconcileEvent.class).records()) {
            try {
                take(message.body(), context);
            } catch (RuntimeException | JsonProcessingException e) {
                LOG.errorf(e, "message %s failed and comes again", message.messageId());
                failed.add(new ReconcileAnswer.ItemFailure(message.messageId()));
            }
        }
        json.writeValue(output, new ReconcileAnswer(failed));
    }

    private void take(String body, Context context) throws JsonProcessingException {
        ReconcileEvent.Envelope envelope = json.readValue(body, ReconcileEvent.Envelope.class);
        if (envelope.type().isEmpty()) {
            reconcile.work(body, () -> context.getRemainingTimeInMillis() < RESERVE_MILLIS);
            return;
        }
        reconcile.plan(envelope.detail()
                .orElseThrow(() -> new IllegalArgumentException("an event without detail: " + envelope.type())));
    }
}
