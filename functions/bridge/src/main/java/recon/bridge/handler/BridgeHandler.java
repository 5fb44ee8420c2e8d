package recon.bridge.handler;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import recon.bridge.broker.Bridge;
import recon.storage.batch.Batch;

/** The doorway: a batch of reports is forwarded together. */
@Named("bridge")
public class BridgeHandler implements RequestStreamHandler {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Bridge bridge;
    private final ObjectMapper json;

    /** @param json reads the event and writes the answer */
    @Inject
    public BridgeHandler(Bridge bridge, ObjectMapper json) {
        this.bridge = requireNonNull(bridge, "bridge is null");
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Batch batch = json.readValue(input, Batch.class);
        json.writeValue(output, batch.together(messages -> bridge.forward(messages, patience(context))));
    }

    /** Half of what the function has left: the other half is for opening a connection and for the answer. */
    private static Duration patience(Context context) {
        Duration half = Duration.ofMillis(context.getRemainingTimeInMillis()).dividedBy(2);
        return half.compareTo(LONGEST) < 0 ? half : LONGEST;
    }
}
