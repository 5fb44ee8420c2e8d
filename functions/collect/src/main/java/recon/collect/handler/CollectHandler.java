package recon.collect.handler;

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

/** The doorway: the schedule plans and sweeps, the queue works. */
@Named("collect")
public class CollectHandler implements RequestStreamHandler {
    private final Collect collect;
    private final ObjectMapper json;

    /** @param json reads the event and writes the answer */
    @Inject
    public CollectHandler(Collect collect, ObjectMapper json) {
        this.collect = requireNonNull(collect, "collect is null");
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        json.writeValue(output, answer(json.readValue(input, CollectEvent.class), context));
    }

    private CollectAnswer answer(CollectEvent event, Context context) {
        if (event.records().isPresent()) {
            return CollectAnswer.of(
                    new Batch(event.records().get()).work(context::getRemainingTimeInMillis, collect::work));
        }
        return switch (event.action()
                .orElseThrow(() -> new IllegalArgumentException(
                        "neither an action (plan, plan-futures, download-futures, sweep) nor Records"))) {
            case PLAN -> CollectAnswer.planned(collect.plan(event.planned()));
            case PLAN_FUTURES -> CollectAnswer.planned(collect.planFutures(event.scheduled()));
            case DOWNLOAD_FUTURES -> CollectAnswer.planned(collect.downloadFutures(event.first(), event.last()));
            case SWEEP -> CollectAnswer.swept(collect.sweep());
        };
    }
}
