package recon.storage.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.storage.StorageException;

class ExecutionMessageTest {
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "routingKey", "binance.spot.ExecutionReport",
            "account", "350123456",
            "receivedAt", "1767312000123",
            "connection", "task-1/4",
            "sequence", "17");

    @Test
    void messageIsTheSame_whenReadFromItsAttributes() {
        ExecutionMessage message = new ExecutionMessage(
                "{}", "350123456", Instant.parse("2026-01-02T00:00:00.123456Z"), "task-1/4", 17, false);

        assertThat(message.attributes()).isEqualTo(ATTRIBUTES);
        assertThat(ExecutionMessage.of("{}", ATTRIBUTES)).isEqualTo(message);
    }

    @Test
    void pointerIsToldApart_fromABody() {
        ExecutionMessage message = new ExecutionMessage("raw/…", "1", Instant.EPOCH, "t/1", 1, true);

        assertThat(ExecutionMessage.of("raw/…", message.attributes()).archived())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "routingKey, other, its routing key is not",
        "account, , it lacks account",
        "receivedAt, soon, is not a number",
        "sequence, , it lacks sequence"
    })
    void errorSaysWhatIsWrong_whenItIsNoMessageOfOurs(String attribute, String value, String reason) {
        Map<String, String> attributes = new HashMap<>(ATTRIBUTES);
        if (value == null) {
            attributes.remove(attribute);
        } else {
            attributes.put(attribute, value);
        }

        assertThatThrownBy(() -> ExecutionMessage.of("{}", attributes))
                .isInstanceOf(StorageException.Malformed.class)
                .hasMessageContaining(reason);
    }
}
