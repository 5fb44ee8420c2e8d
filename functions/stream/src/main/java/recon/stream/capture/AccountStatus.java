package recon.stream.capture;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;
import recon.stream.connection.LinkState;

/**
 * What became of the reports of one account since the start of the process.
 *
 * @param uid the exchange's id of the account
 * @param state where the connection is that it shares with others
 * @param refused whether the exchange said no to its key; it is asked again
 * @param received reports that were received and taken
 * @param queued those of them that are in the queue
 * @param held those that are in memory or on their way to the queue
 * @param spooled those that are on disk
 * @param recovered reports that an earlier process left on disk and that are in the queue now
 * @param lastAt when the last report was received, epoch ms by our clock
 */
public record AccountStatus(
        String uid,
        LinkState state,
        boolean refused,
        long received,
        long queued,
        long held,
        long spooled,
        long recovered,
        OptionalLong lastAt) {
    public AccountStatus {
        requireNonNull(uid, "uid is null");
        requireNonNull(state, "state is null");
        requireNonNull(lastAt, "lastAt is null");
    }
}
