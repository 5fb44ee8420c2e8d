package recon.storage.batch;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as SQS hands it to a function.
 *
 * @param messageId the queue's id, by which a failure is reported
 * @param body what was sent
 * @param attributes what the queue says of it, for instance how often it was delivered
 * @param messageAttributes what the sender said beside the body
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record QueuedMessage(
        String messageId,
        String body,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> attributes,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Attribute> messageAttributes) {
    private static final String DELIVERIES = "ApproximateReceiveCount";

    public QueuedMessage {
        requireNonNull(messageId, "messageId is missing");
        requireNonNull(body, "body is missing");
        attributes = Map.copyOf(attributes);
        messageAttributes = Map.copyOf(messageAttributes);
    }

    /** A message with nothing beside its body. */
    public static QueuedMessage of(String messageId, String body) {
        return new QueuedMessage(messageId, body, Map.of(), Map.of());
    }

    /** What the sender said beside the body, as texts; bytes are left out. */
    public Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        messageAttributes.forEach((name, attribute) -> {
            if (attribute.stringValue() != null) {
                texts.put(name, attribute.stringValue());
            }
        });
        return Map.copyOf(texts);
    }

    /** How often it was delivered, this time included; 1 where the queue does not say. It is roughly right. */
    public int deliveries() {
        String count = attributes.getOrDefault(DELIVERIES, "1");
        return count.chars().allMatch(Character::isDigit) && count.length() < 10 ? Integer.parseInt(count) : 1;
    }

    /**
     * One attribute.
     *
     * @param stringValue the text, also of a number; null for bytes
     * @param dataType {@code String}, {@code Number}, {@code Binary}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Attribute(@Nullable String stringValue, String dataType) {
        public Attribute {
            requireNonNull(dataType, "dataType is missing");
        }
    }
}
