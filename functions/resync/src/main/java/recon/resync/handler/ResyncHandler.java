package recon.resync.handler;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import recon.storage.batch.Batch;

/** The doorway: a person plans a replay and asks how far it has come, the queue works. */
@Named("resync")
public class ResyncHandler implements RequestStreamHandler {
    private final Resync resync;
    private final ObjectMapper json;

    /** @param json reads the event and writes the answer */
    @Inject
    public ResyncHandler(Resync resync, ObjectMapper json) {
        this.resync = requireNonNull(resync, "resync is null");
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        json.writeValue(output, answer(json.readValue(input, ResyncEvent.class), context));
    }

    private ResyncAnswer answer(ResyncEvent event, Context context) {
        if (event.records().isPresent()) {
            return ResyncAnswer.of(
                    new Batch(event.records().get()).work(context::getRemainingTimeInMillis, resync::work));
        }
        return switch (event.action()
                .orElseThrow(() -> new IllegalArgumentException("neither an action (replay, status) nor Records"))) {
            case REPLAY -> ResyncAnswer.planned(resync.replay(event.from(), event.to()));
            case STATUS ->
                ResyncAnswer.of(resync.status(
                        event.runId().orElseThrow(() -> new IllegalArgumentException("action status needs a runId"))));
        };
    }
}
