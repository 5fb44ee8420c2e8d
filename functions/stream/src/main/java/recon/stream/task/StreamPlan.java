package recon.stream.task;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import recon.stream.capture.CaptureSettings;
import recon.stream.connection.StreamAccount;

/**
 * What a task captures.
 *
 * @param settings how
 * @param uri the exchange's WebSocket API, {@code wss://host[:port]/path}
 * @param largestFrame in bytes; a larger one ends its connection
 * @param accounts whose reports
 * @param spool the folder for what memory cannot hold, of this task alone
 * @param spoolLimit bytes on disk at most
 * @param bridge whether the reports go to the queue of the bridge as well
 */
public record StreamPlan(
        CaptureSettings settings,
        URI uri,
        int largestFrame,
        List<StreamAccount> accounts,
        Path spool,
        long spoolLimit,
        boolean bridge) {
    /** Where Binance's WebSocket API for spot is. */
    public static final String SPOT = "wss://ws-api.binance.com:443/ws-api/v3";

    private static final int LARGEST_FRAME = 8_388_608;
    private static final long SPOOL_LIMIT = 1_073_741_824;

    public StreamPlan {
        requireNonNull(settings, "settings is null");
        requireNonNull(uri, "uri is null");
        accounts = List.copyOf(accounts);
        requireNonNull(spool, "spool is null");
    }

    /** What suits the exchange and a machine, without a bridge. */
    public static StreamPlan standard(String task, URI uri, List<StreamAccount> accounts, Path spool) {
        return new StreamPlan(CaptureSettings.standard(task), uri, LARGEST_FRAME, accounts, spool, SPOOL_LIMIT, false);
    }
}
