package recon.storage.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"collect-task.json", "reconcile-task.json", "reconcile-collection-completed.json"})
    void batchIsRead_asTheQueueSendsIt(String sample) throws IOException {
        Path file = Path.of(System.getProperty("recon.root"), "events", sample);

        Batch batch = JSON.readValue(Files.readString(file), Batch.class);

        assertThat(batch.records()).hasSize(1).allSatisfy(message -> {
            assertThat(message.messageId()).hasSize(36);
            assertThat(message.body()).startsWith("{").endsWith("}");
        });
    }

    @Test
    void messagesThatFail_comeAgain_andTheOthersAreDone() throws JsonProcessingException {
        List<String> done = new ArrayList<>();
        BatchAnswer answer = batch("a", "broken", "b", "unreadable", "c").work(() -> 900_000, (body, slice) -> {
            switch (body) {
                case "broken" -> throw new IllegalStateException("on purpose");
                case "unreadable" -> throw new IOException("on purpose");
                default -> done.add(body);
            }
        });

        assertThat(done).containsExactly("a", "b", "c");
        assertThat(JSON.writeValueAsString(answer))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"id of broken\"},"
                        + "{\"itemIdentifier\":\"id of unreadable\"}]}");
    }

    @Test
    void nothingComesAgain_whenAllIsDone() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(batch("a").work(() -> 900_000, (body, slice) -> {})))
                .isEqualTo("{\"batchItemFailures\":[]}");
    }

    @ParameterizedTest
    @CsvSource({"30000, false", "29999, true", "0, true"})
    void workerStops_whileThereIsTimeToEndInGoodOrder(int left, boolean exhausted) {
        AtomicInteger remaining = new AtomicInteger(900_000);
        batch("a").work(remaining::get, (body, slice) -> {
            assertThat(slice.exhausted()).isFalse();
            remaining.set(left);
            assertThat(slice.exhausted()).isEqualTo(exhausted);
        });
    }

    @Test
    void eventWithoutMessages_isNoBatch() {
        assertThatThrownBy(() -> JSON.readValue("{\"action\": \"plan\"}", Batch.class))
                .hasMessageContaining("Records is missing");
    }

    private static Batch batch(String... bodies) {
        return new Batch(List.of(bodies).stream()
                .map(body -> new QueuedMessage("id of " + body, body))
                .toList());
    }
}
