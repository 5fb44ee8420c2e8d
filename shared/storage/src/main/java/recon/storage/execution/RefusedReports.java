package recon.storage.execution;

import java.util.Map;
import recon.storage.archive.Archive;
import recon.storage.archive.RawResponse;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;

/** Keeps reports that the queue does not take as they are, in the archive. */
public final class RefusedReports {
    /** Under which source they are archived. */
    public static final String SOURCE = "refused-reports";

    /** What a report is when nothing was asked. */
    private static final String REQUEST = "EVENT executionReport";

    private static final int CAME = 200;

    private final Archive archive;

    public RefusedReports(AwsClients clients, AwsSettings settings) {
        this.archive = new Archive(clients, settings);
    }

    /** Keeps a report and returns its archive key; the same report again is the same object. */
    public String put(OutgoingExecution report) {
        return archive.put(new RawResponse(
                SOURCE, report.account(), REQUEST, CAME, Map.of(), report.receivedAt(), true, report.body()));
    }
}
