package recon.storage.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import recon.storage.StorageException;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The files of a closed day, below {@code reports/date=<D>/}. A later one of the same name replaces the earlier. */
public final class Reports {
    private final S3Client s3;
    private final String bucket;

    public Reports(AwsClients clients, AwsSettings settings) {
        this.s3 = clients.s3();
        this.bucket = requireNonNull(settings.bucket(), "bucket is null");
    }

    /** Stores a file and returns its key in the bucket. */
    public String put(LocalDate date, String name, String contentType, byte[] content) {
        String key = key(date, name);
        s3.putObject(p -> p.bucket(bucket).key(key).contentType(contentType), RequestBody.fromBytes(content));
        return key;
    }

    /** The content of a file that must be there. */
    public byte[] get(LocalDate date, String name) {
        try {
            return s3.getObjectAsBytes(g -> g.bucket(bucket).key(key(date, name)))
                    .asByteArray();
        } catch (NoSuchKeyException e) {
            throw new StorageException.Missing("report", key(date, name));
        }
    }

    /** The names of the day's files in text order. */
    public List<String> names(LocalDate date) {
        return s3.listObjectsV2Paginator(l -> l.bucket(bucket).prefix(key(date, ""))).contents().stream()
                .map(S3Object::key)
                .map(k -> k.substring(key(date, "").length()))
                .toList();
    }

    private static String key(LocalDate date, String name) {
        return "reports/date=" + date + "/" + name;
    }
}
