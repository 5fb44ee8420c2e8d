package recon.bridge.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.storage.batch.Batch;
import recon.storage.batch.QueuedMessage;
import recon.storage.execution.ExecutionMessage;
import recon.storage.memory.MemoryReports;

class BridgeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<Letter> published = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, String> dead = new HashMap<>();
    private final MemoryReports archive = new MemoryReports();
    private final Bridge bridge = new Bridge(
            (letters, patience) -> {
                published.addAll(letters);
                Set<String> taken =
                        new HashSet<>(letters.stream().map(Letter::id).toList());
                taken.removeAll(refused);
                return taken;
            },
            archive,
            (message, reason) -> dead.put(message.messageId(), reason));

    private List<QueuedMessage> sample;

    @BeforeEach
    void readSample() throws Exception {
        Path file = Path.of(System.getProperty("recon.root"), "events", "bridge-reports.json");
        sample = new ObjectMapper()
                .readValue(Files.readString(file), Batch.class)
                .records();
    }

    @Test
    void reportsAreForwardedByteForByte() {
        assertThat(bridge.forward(sample, PATIENCE)).isEmpty();

        assertThat(published)
                .extracting(letter -> new String(letter.body(), StandardCharsets.UTF_8))
                .containsExactly(sample.get(0).body(), sample.get(1).body());
    }

    @Test
    void whatTheBrokerDoesNotTake_comesAgain_andTheOthersAreDone() {
        refused.add(sample.get(1).messageId());

        assertThat(bridge.forward(sample, PATIENCE))
                .containsExactly(sample.get(1).messageId());
    }

    @Test
    void messageThatIsNoneOfOurs_endsWithTheDeadLetters() {
        QueuedMessage stray = QueuedMessage.of("stray", "not ours");

        assertThat(bridge.forward(List.of(stray, sample.getFirst()), PATIENCE)).isEmpty();

        assertThat(dead.get("stray")).contains("routing key");
        assertThat(published).hasSize(1);
    }

    @Test
    void largeReport_isForwardedItself_andOneThatIsMissingComesAgain() {
        archive.large("raw/large", "{\"large\":1}");

        Set<String> comeAgain =
                bridge.forward(List.of(pointer("m1", "raw/large"), pointer("m2", "raw/none")), PATIENCE);

        assertThat(comeAgain).containsExactly("m2");
        assertThat(published)
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.body()).isEqualTo("{\"large\":1}".getBytes(StandardCharsets.UTF_8)));
    }

    private static QueuedMessage pointer(String id, String key) {
        Map<String, QueuedMessage.Attribute> attributes = new HashMap<>();
        new ExecutionMessage(key, "7", java.time.Instant.EPOCH, "a/1", 1, true)
                .attributes()
                .forEach((name, value) -> attributes.put(name, new QueuedMessage.Attribute(value, "String")));
        return new QueuedMessage(id, key, Map.of(), attributes);
    }
}
