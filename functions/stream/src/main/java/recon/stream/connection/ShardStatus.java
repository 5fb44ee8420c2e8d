package recon.stream.connection;

import java.util.List;
import java.util.OptionalLong;

/**
 * What the connection of some accounts looks like.
 *
 * @param accounts how many share it
 * @param state where it is
 * @param connection its name; {@code -} if there is none
 * @param active accounts whose events come
 * @param refused uids of the accounts that the exchange refused
 * @param renewing whether another is about to take over
 * @param pingAt when the last ping came, epoch ms
 */
public record ShardStatus(
        int accounts,
        LinkState state,
        String connection,
        int active,
        List<String> refused,
        boolean renewing,
        OptionalLong pingAt) {
    public ShardStatus {
        refused = List.copyOf(refused);
    }
}
