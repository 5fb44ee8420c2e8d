package recon.storage.archive;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the archive holds, by source, account and UTC day received. It opens no object. */
public final class ArchiveIndex {
    private static final String RAW = "raw/";
    private static final String SOURCE = "source=";
    private static final String ACCOUNT = "account=";
    private static final String DATE = "date=";
    private static final String SLASH = "/";

    private final S3Client s3;
    private final String bucket;

    public ArchiveIndex(AwsClients clients, AwsSettings settings) {
        this.s3 = clients.s3();
        this.bucket = requireNonNull(settings.bucket(), "bucket is null");
    }

    /** The sources of which anything was archived, in text order. */
    public List<String> sources() {
        return parts(RAW + SOURCE).toList();
    }

    /** The accounts of which a source has archived anything, {@code exchange} and {@code all} included. */
    public List<String> accounts(String source) {
        return parts(RAW + SOURCE + source + SLASH + ACCOUNT).toList();
    }

    /** The UTC days on which a source has archived anything of an account, the earliest first. */
    public List<LocalDate> days(String source, String accountId) {
        return parts(RAW + SOURCE + source + SLASH + ACCOUNT + accountId + SLASH + DATE)
                .map(LocalDate::parse)
                .toList();
    }

    /**
     * The next keys of a day, in the order in which the answers came.
     *
     * @param after the last key that was seen; empty for the beginning of the day
     * @param most at most a thousand
     */
    public List<String> keys(String source, String accountId, LocalDate date, Optional<String> after, int most) {
        String folder = ArchiveKey.folder(source, accountId, date);
        return s3
                .listObjectsV2(l -> l.bucket(bucket)
                        .prefix(folder)
                        .startAfter(after.orElse(folder))
                        .maxKeys(most))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    /** The names that follow a prefix, up to the next slash; listed a thousand at a time. */
    private Stream<String> parts(String prefix) {
        return s3
                .listObjectsV2Paginator(l -> l.bucket(bucket).prefix(prefix).delimiter(SLASH))
                .commonPrefixes()
                .stream()
                .map(CommonPrefix::prefix)
                .map(found -> found.substring(prefix.length(), found.length() - 1))
                .distinct();
    }
}
