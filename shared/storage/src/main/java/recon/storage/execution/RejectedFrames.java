package recon.storage.execution;

import java.time.Instant;
import java.util.Map;
import recon.storage.archive.Archive;
import recon.storage.archive.RawResponse;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;

/** Keeps frames of the stream that nobody could use, as they came, in the archive. */
public final class RejectedFrames {
    /** Under which source they are archived. */
    public static final String SOURCE = "rejected-frames";

    private static final String NOBODYS = "exchange";

    private final Archive archive;

    public RejectedFrames(AwsClients clients, AwsSettings settings) {
        this.archive = new Archive(clients, settings);
    }

    /**
     * Keeps a frame and returns its archive key.
     *
     * @param connection which connection received it
     * @param why it could not be used
     */
    public String put(String connection, Instant receivedAt, String why, byte[] frame) {
        return archive.put(new RawResponse(
                SOURCE, NOBODYS, "FRAME " + connection + ": " + why, 0, Map.of(), receivedAt, true, frame));
    }
}
