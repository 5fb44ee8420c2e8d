package recon.record.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import recon.storage.batch.Batch;
import recon.storage.batch.QueuedMessage;
import recon.storage.execution.ExecutionMessage;

class RecordHandlerTest {
    @Test
    void sampleIsRead_asTheQueueSendsIt() throws IOException {
        Path file = Path.of(System.getProperty("recon.root"), "events", "record-reports.json");

        Batch batch = new ObjectMapper().readValue(Files.readString(file), Batch.class);

        assertThat(batch.records()).hasSize(3);
        QueuedMessage first = batch.records().getFirst();
        assertThat(first.deliveries()).isEqualTo(1);
        ExecutionMessage message = ExecutionMessage.of(first.body(), first.texts());
        assertThat(message.account()).isEqualTo("350123456");
        assertThat(message.sequence()).isEqualTo(2);
        assertThat(batch.records().getLast().texts()).isEqualTo(Map.of());
    }
}
