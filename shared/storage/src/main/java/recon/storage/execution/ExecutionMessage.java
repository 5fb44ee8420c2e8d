package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recon.storage.StorageException;

/**
 * One execution report as it travels through a queue: the same report may come several times and in any order.
 *
 * @param body the exchange's {@code event} object, untouched; where the queue did not take it, the archive key of it
 * @param account whose it is, the exchange's uid
 * @param receivedAt when it was received, by our clock, to the millisecond
 * @param connection which connection received it, {@code <task>/<number>}, never used twice
 * @param sequence the how-manieth event of that connection it was, from 1
 * @param archived whether the body is an archive key
 */
public record ExecutionMessage(
        String body, String account, Instant receivedAt, String connection, long sequence, boolean archived) {
    /** What a bridge to a broker routes by. */
    public static final String ROUTING_KEY = "binance.spot.ExecutionReport";

    private static final String ROUTING = "routingKey";
    private static final String ACCOUNT = "account";
    private static final String RECEIVED_AT = "receivedAt";
    private static final String CONNECTION = "connection";
    private static final String SEQUENCE = "sequence";
    private static final String POINTER = "pointer";
    private static final Set<String> NUMBERS = Set.of(RECEIVED_AT, SEQUENCE);

    private static final String S3 = "s3";
    private static final int ATTRIBUTES = 6;

    public ExecutionMessage {
        requireNonNull(body, "body is null");
        requireNonNull(account, "account is null");
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(connection, "connection is null");
    }

    /** The attributes of the message, in the order of their names. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = LinkedHashMap.newLinkedHashMap(ATTRIBUTES);
        attributes.put(ACCOUNT, account);
        attributes.put(CONNECTION, connection);
        if (archived) {
            attributes.put(POINTER, S3);
        }
        attributes.put(RECEIVED_AT, Long.toString(receivedAt.toEpochMilli()));
        attributes.put(ROUTING, ROUTING_KEY);
        attributes.put(SEQUENCE, Long.toString(sequence));
        return Collections.unmodifiableMap(attributes);
    }

    /**
     * Reads what {@link #attributes} wrote.
     *
     * @throws StorageException.Malformed if it is no message of ours
     */
    public static ExecutionMessage of(String body, Map<String, String> attributes) {
        if (!ROUTING_KEY.equals(attributes.get(ROUTING))) {
            throw new StorageException.Malformed("execution message", "its routing key is not " + ROUTING_KEY);
        }
        try {
            return new ExecutionMessage(
                    body,
                    need(attributes, ACCOUNT),
                    Instant.ofEpochMilli(Long.parseLong(need(attributes, RECEIVED_AT))),
                    need(attributes, CONNECTION),
                    Long.parseLong(need(attributes, SEQUENCE)),
                    S3.equals(attributes.get(POINTER)));
        } catch (NumberFormatException e) {
            throw new StorageException.Malformed(
                    "execution message", RECEIVED_AT + " or " + SEQUENCE + " is not a number");
        }
    }

    /** As what the queue is to take an attribute: {@code String} or {@code Number}. */
    static String dataType(String attribute) {
        return NUMBERS.contains(attribute) ? "Number" : "String";
    }

    private static String need(Map<String, String> attributes, String name) {
        return Optional.ofNullable(attributes.get(name))
                .orElseThrow(() -> new StorageException.Malformed("execution message", "it lacks " + name));
    }
}
