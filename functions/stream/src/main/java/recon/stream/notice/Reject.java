package recon.stream.notice;

import static java.util.Objects.requireNonNull;

/**
 * A frame that nobody can use. The bytes are not copied.
 *
 * @param connection which connection received it
 * @param receivedAt when, epoch ms
 * @param why it cannot be used
 * @param frame the whole frame
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the content; nobody compares rejects
public record Reject(String connection, long receivedAt, String why, byte[] frame) {
    public Reject {
        requireNonNull(connection, "connection is null");
        requireNonNull(why, "why is null");
        requireNonNull(frame, "frame is null");
    }
}
