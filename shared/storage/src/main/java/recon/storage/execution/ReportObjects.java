package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import recon.storage.StorageException;
import recon.storage.archive.Archive;
import recon.storage.archive.Gzip;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Digest;
import recon.storage.item.Keys;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Execution reports in S3, a batch an object, under {@code raw/source=execution-reports/account=all/date=<UTC day
 * received>/<ms received>-<sha256 of the lines>.json.gz}: the moment is that of the batch's earliest message.
 */
public final class ReportObjects implements ReportArchive {
    private final S3Client s3;
    private final String bucket;
    private final Archive refused;

    public ReportObjects(AwsClients clients, AwsSettings settings) {
        this.s3 = clients.s3();
        this.bucket = requireNonNull(settings.bucket(), "bucket is null");
        this.refused = new Archive(clients, settings);
    }

    @Override
    public String put(List<QueuedReport> reports, Instant now) {
        byte[] lines = ReportLines.write(reports);
        String key = key(receivedAt(reports, now), lines);
        s3.putObject(
                p -> p.bucket(bucket).key(key).contentType("application/gzip"), RequestBody.fromBytes(Gzip.zip(lines)));
        return key;
    }

    @Override
    public List<QueuedReport> read(String key) {
        try {
            byte[] zipped = s3.getObjectAsBytes(g -> g.bucket(bucket).key(key)).asByteArray();
            return ReportLines.read(key, Gzip.lines(key, zipped));
        } catch (NoSuchKeyException e) {
            throw new StorageException.Missing("archived reports", key);
        }
    }

    @Override
    public byte[] report(String key) {
        return refused.get(key).body();
    }

    private static Instant receivedAt(List<QueuedReport> reports, Instant now) {
        return reports.stream()
                .flatMap(report -> report instanceof QueuedReport.Known(ExecutionMessage message)
                        ? Stream.of(message.receivedAt())
                        : Stream.empty())
                .min(Instant::compareTo)
                .orElse(now);
    }

    private static String key(Instant receivedAt, byte[] lines) {
        return "raw/source=" + SOURCE + "/account=all/date=" + LocalDate.ofInstant(receivedAt, ZoneOffset.UTC) + "/"
                + Keys.moment(receivedAt) + "-" + Digest.sha256(lines) + ".json.gz";
    }
}
