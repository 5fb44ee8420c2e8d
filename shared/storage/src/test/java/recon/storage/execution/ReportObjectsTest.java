package recon.storage.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import recon.storage.StorageException;
import recon.storage.archive.Gzip;
import recon.storage.queue.WorkQueue;
import recon.storage.schema.Schema;
import recon.storage.testing.Installation;

class ReportObjectsTest {
    private static final Instant NOW = Instant.parse("2026-01-06T00:00:01Z");
    private static final QueuedReport FIRST =
            report("{\"e\":\"executionReport\",\"s\":\"ÄBC\\n\"}", "2026-01-05T23:59:59.123Z");
    private static final QueuedReport SECOND = report("{}", "2026-01-06T00:00:00.456Z");
    private static final QueuedReport STRAY = QueuedReport.of("not ours\n\"at all\"", Map.of("x", "y"));

    private final Installation installation = Installation.fresh();
    private final ReportObjects archive = new ReportObjects(installation.clients(), installation.settings());

    @Test
    void batchIsOneObject_underTheDayOfItsEarliestReport() {
        String key = archive.put(List.of(SECOND, FIRST, STRAY), NOW);

        assertThat(key)
                .matches(
                        "raw/source=execution-reports/account=all/date=2026-01-05/1767657599123-[0-9a-f]{64}\\.json\\.gz");
        assertThat(archive.read(key)).containsExactly(SECOND, FIRST, STRAY);
        byte[] zipped = installation
                .clients()
                .s3()
                .getObjectAsBytes(
                        g -> g.bucket(installation.settings().bucket()).key(key))
                .asByteArray();
        String lines = new String(Gzip.unzip(key, zipped), StandardCharsets.UTF_8);
        assertThat(lines.lines().toList())
                .hasSize(3)
                .first()
                .isEqualTo("{\"account\":\"7\",\"receivedAt\":1767657600456,\"connection\":\"a/1\",\"sequence\":3,"
                        + "\"archived\":false,\"body\":\"{}\"}");
        assertThat(archive.put(List.of(SECOND, FIRST, STRAY), NOW.plusSeconds(9)))
                .as("the same again")
                .isEqualTo(key);
    }

    @Test
    void strayMessagesAlone_standUnderTheDayTheyWereRead() {
        assertThat(archive.put(List.of(STRAY), NOW)).contains("/date=2026-01-06/1767657601000-");
    }

    @Test
    void reportThatTheQueueRefused_isReadAsItWas() {
        byte[] body = ("{\"large\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        new ExecutionSender(installation.clients(), installation.settings(), Schema.RECORD)
                .send(List.of(new OutgoingExecution(body, "7", NOW, "a/1", 4)));
        String key = WorkQueue.of(installation.clients(), installation.settings(), Schema.RECORD)
                .receive(1, Duration.ofSeconds(5))
                .getFirst()
                .body();

        assertThat(archive.report(key)).isEqualTo(body);
        assertThatThrownBy(() -> archive.report("raw/none")).isInstanceOf(StorageException.Missing.class);
    }

    private static QueuedReport report(String body, String receivedAt) {
        return new QueuedReport.Known(new ExecutionMessage(body, "7", Instant.parse(receivedAt), "a/1", 3, false));
    }
}
