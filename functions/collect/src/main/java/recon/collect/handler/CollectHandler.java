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
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The doorway: the schedule plans and sweeps, the queue works.
 *
 * <p>A message that fails is reported by its id and comes again; the others of its batch are done.
 */
@Named("collect")
public class CollectHandler implements RequestStreamHandler {
    private static final Logger LOG = Logger.getLogger(CollectHandler.class);
    /** What a worker leaves of the function's time for ending a page in good order. */
    private static final int RESERVE_MILLIS = 30_000;

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
            return CollectAnswer.failed(work(event.records().get(), context));
        }
        return switch (event.action()
                .orElseThrow(() -> new IllegalArgumentException("neither an action (plan, sweep) nor Records"))) {
            case PLAN -> CollectAnswer.planned(collect.plan(event.planned()));
            case SWEEP -> CollectAnswer.swept(collect.sweep());
        };
    }

    private List<String> work(List<CollectEvent.Message> messages, Context context) {
        List<String> failed = new ArrayList<>();
        for (CollectEvent.Message message : messages) {
            try {
                collect.work(message.body(), () -> context.getRemainingTimeInMillis() < RESERVE_MILLIS);
            } catch (RuntimeException e) {
                LOG.errorf(e, "message %s failed and comes again", message.messageId());
                failed.add(message.messageId());
            }
        }
        return failed;
    }
}
