package recon.stream.capture;

import java.util.List;
import recon.stream.connection.LinkState;
import recon.stream.connection.ShardStatus;

/**
 * What the capture looks like at one moment.
 *
 * @param at when, epoch ms
 * @param phase what it is doing
 * @param connections one for each group of accounts
 * @param accounts one for each account, as configured
 * @param buffered reports in memory
 * @param inFlight batches on their way to the queue
 * @param spooledBytes bytes on disk
 * @param queueAway whether the queue refused last
 */
public record CaptureStatus(
        long at,
        Phase phase,
        List<ShardStatus> connections,
        List<AccountStatus> accounts,
        long buffered,
        int inFlight,
        long spooledBytes,
        boolean queueAway) {
    /** What a capture is doing. */
    public enum Phase {
        /** Not started. */
        NEW,
        /** Receiving, or trying to. */
        CAPTURING,
        /** Closed on purpose: nothing more can be kept until the queue takes reports again. */
        FULL,
        /** Receiving no more; what was received is on its way. */
        STOPPING,
        /** Done. */
        STOPPED
    }

    public CaptureStatus {
        connections = List.copyOf(connections);
        accounts = List.copyOf(accounts);
    }

    /** Whether every group of accounts has a live connection. */
    public boolean isReady() {
        return phase == Phase.CAPTURING && connections.stream().allMatch(each -> each.state() == LinkState.LIVE);
    }
}
