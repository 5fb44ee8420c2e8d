package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A report that is to be sent. The bytes are not copied.
 *
 * @param body the exchange's {@code event} object, byte for byte
 * @param account the exchange's uid
 * @param receivedAt when it was received, by our clock
 * @param connection which connection received it
 * @param sequence the how-manieth event of that connection it was
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the content; nobody compares what is to be sent
public record OutgoingExecution(byte[] body, String account, Instant receivedAt, String connection, long sequence) {
    public OutgoingExecution {
        requireNonNull(body, "body is null");
        requireNonNull(account, "account is null");
        requireNonNull(receivedAt, "receivedAt is null");
        requireNonNull(connection, "connection is null");
    }

    ExecutionMessage message(String text, boolean archived) {
        return new ExecutionMessage(text, account, receivedAt, connection, sequence, archived);
    }
}
