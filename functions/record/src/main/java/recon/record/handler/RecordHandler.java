package recon.record.handler;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import recon.record.report.Recorder;
import recon.storage.batch.Batch;

/** The doorway: a batch of reports is recorded together. */
@Named("record")
public class RecordHandler implements RequestStreamHandler {
    private final Recorder recorder;
    private final ObjectMapper json;

    /** @param json reads the event and writes the answer */
    @Inject
    public RecordHandler(Recorder recorder, ObjectMapper json) {
        this.recorder = requireNonNull(recorder, "recorder is null");
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Batch batch = json.readValue(input, Batch.class);
        json.writeValue(
                output, batch.together(messages -> recorder.record(messages).comeAgain()));
    }
}
