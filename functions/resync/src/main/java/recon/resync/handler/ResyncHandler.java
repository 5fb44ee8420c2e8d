package recon.resync.handler;

import static java.util.Objects.requireNonNull;
import static recon.resync.handler.ResyncEvent.needed;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import recon.resync.handler.ResyncEvent.Action;
import recon.storage.batch.Batch;

/** The doorway: a person says what is wanted, the queue works. */
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
        return wanted(event);
    }

    /** What a person wants. */
    ResyncAnswer wanted(ResyncEvent event) {
        Action action = event.action()
                .orElseThrow(() -> new IllegalArgumentException(
                        "neither an action (replay, status, full, window, annotate) nor Records"));
        List<String> accounts = event.accounts().orElse(List.of());
        return switch (action) {
            case REPLAY -> ResyncAnswer.planned(resync.replay(event.from(), event.to()));
            case STATUS ->
                event.runId()
                        .map(runId -> ResyncAnswer.of(resync.status(runId)))
                        .orElseGet(() -> ResyncAnswer.of(resync.status(accounts)));
            case FULL ->
                ResyncAnswer.planned(resync.full(accounts, event.archiveOnly().orElse(false)));
            case WINDOW ->
                ResyncAnswer.planned(resync.window(
                        accounts,
                        event.symbols().orElse(List.of()),
                        needed(event.from(), action, "from"),
                        needed(event.to(), action, "to")));
            case ANNOTATE ->
                ResyncAnswer.written(resync.annotate(
                        needed(event.trade(), action, "a trade"), needed(event.write(), action, "write")));
        };
    }
}
