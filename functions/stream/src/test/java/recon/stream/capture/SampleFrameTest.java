package recon.stream.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import recon.stream.report.Report;
import recon.stream.testing.Settings;
import recon.stream.testing.Stage;

/** What comes in by the sample of the exchange goes out as the sample of the queue has it. */
class SampleFrameTest {
    private static final String UID = "350123456";

    private final Stage stage = new Stage();

    @Test
    void sampleFrame_isQueuedAsTheMessageThatRecordTakes() throws IOException {
        stage.start(Settings.standard(), UID);

        stage.lastLine().text(sample("stream-execution-report.json").strip());
        stage.pass(10);

        JsonNode message =
                new ObjectMapper().readTree(sample("record-reports.json")).at("/Records/0");
        assertThat(stage.queue.accepted).hasSize(1);
        Report report = stage.queue.accepted.getFirst();
        assertThat(new String(report.body(), UTF_8))
                .isEqualTo(message.get("body").textValue());
        assertThat(report.account())
                .isEqualTo(message.at("/messageAttributes/account/stringValue").textValue());
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("recon.root"), "events", name));
    }
}
