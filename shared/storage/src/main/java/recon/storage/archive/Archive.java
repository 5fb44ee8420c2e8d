package recon.storage.archive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import recon.storage.StorageException;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Keys;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The answers of the exchange in S3, one gzipped JSON line each, under
 * {@code raw/source=<source>/account=<id>/date=<UTC day received>/<received ms>-<request hash>-<sha256 of the line>.json.gz}.
 */
public final class Archive {
    private final S3Client s3;
    private final String bucket;

    public Archive(AwsClients clients, AwsSettings settings) {
        this.s3 = clients.s3();
        this.bucket = requireNonNull(settings.bucket(), "bucket is null");
    }

    /** Keeps an answer and returns its key; the same answer again is the same key and the same object. */
    public String put(RawResponse response) {
        byte[] line = ArchiveLine.write(response);
        String key = ArchiveKey.of(response, line);
        s3.putObject(
                p -> p.bucket(bucket).key(key).contentType("application/gzip"), RequestBody.fromBytes(Gzip.zip(line)));
        return key;
    }

    /** The answer at a key, which must be there and as it was kept. */
    public RawResponse get(String key) {
        try {
            byte[] zipped = s3.getObjectAsBytes(g -> g.bucket(bucket).key(key)).asByteArray();
            return ArchiveLine.read(key, Gzip.lines(key, zipped));
        } catch (NoSuchKeyException e) {
            throw new StorageException.Missing("archived response", key);
        }
    }

    /** The keys of a UTC day in the order the answers came, listed as they are consumed. */
    public Stream<String> keys(String source, String accountId, LocalDate date) {
        String folder = ArchiveKey.folder(source, accountId, date);
        return s3.listObjectsV2Paginator(l -> l.bucket(bucket).prefix(folder)).contents().stream()
                .map(S3Object::key);
    }

    /** Those of them that came until then. */
    public Stream<String> keys(String source, String accountId, LocalDate date, Instant until) {
        String last = ArchiveKey.folder(source, accountId, date) + Keys.moment(until.plusMillis(1));
        return keys(source, accountId, date).takeWhile(key -> key.compareTo(last) < 0);
    }
}
