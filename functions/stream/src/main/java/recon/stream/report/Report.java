package recon.stream.report;

import static java.util.Objects.requireNonNull;

/**
 * An execution report as it was received. The body must not be changed after it was made: the bytes are not copied.
 *
 * @param account whose it is, the exchange's uid
 * @param connection which connection received it, {@code <task>/<number>}
 * @param sequence the how-manieth event of that connection it was, from 1
 * @param receivedAt when, by our clock, epoch ms
 * @param body the exchange's {@code event} object, byte for byte
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the content; reports are told apart by identity
public record Report(String account, String connection, long sequence, long receivedAt, byte[] body) {
    /** What the attributes of a message come to, roughly. */
    private static final int AROUND = 256;

    public Report {
        requireNonNull(account, "account is null");
        requireNonNull(connection, "connection is null");
        requireNonNull(body, "body is null");
    }

    /** What it takes in memory and in a batch, in bytes, roughly. */
    public int size() {
        return body.length + AROUND;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
