package recon.storage.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import recon.storage.archive.Archive;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.schema.Schema;
import recon.storage.testing.Installation;
import recon.storage.testing.SenderContract;

class ExecutionSenderTest extends SenderContract {
    private static final Instant RECEIVED = Instant.parse("2026-01-02T00:00:00.123Z");

    @Override
    protected Set<Integer> send(AwsClients clients, AwsSettings settings, List<OutgoingExecution> batch) {
        return new ExecutionSender(clients, settings, Schema.RECORD).send(batch).again();
    }

    @Test
    void rejectedFrameIsKept_asItCame() {
        Installation installation = Installation.fresh();
        byte[] frame = {1, 2, (byte) 0xff};

        String key = new RejectedFrames(installation.clients(), installation.settings())
                .put("t/17", RECEIVED, "a binary frame", frame);

        assertThat(key).startsWith("raw/source=rejected-frames/account=exchange/date=2026-01-02/");
        assertThat(new Archive(installation.clients(), installation.settings())
                        .get(key)
                        .body())
                .isEqualTo(frame);
    }
}
