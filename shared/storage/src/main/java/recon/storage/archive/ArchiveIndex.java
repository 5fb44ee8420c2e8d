package recon.storage.archive;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Keys;
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
    private static final Duration LONGEST = Duration.ofDays(7);

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

    /**
     * The keys of what was received in {@code [from, to)}, in the order in which the answers came.
     *
     * @param to at most a week after {@code from}
     */
    public List<String> keys(String source, String accountId, Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("more than " + LONGEST + ": " + from + " to " + to);
        }
        return day(from)
                .datesUntil(day(to).plusDays(1))
                .map(date -> ArchiveKey.folder(source, accountId, date))
                .flatMap(folder -> s3
                        .listObjectsV2Paginator(
                                l -> l.bucket(bucket).prefix(folder).startAfter(folder + Keys.moment(from)))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .filter(key -> key.compareTo(folder + Keys.moment(to)) < 0))
                .toList();
    }

    /**
     * The keys of all days after one, in the order in which the answers came, listed as they are consumed.
     *
     * @param after a key of the same source and account; empty for the beginning
     */
    public Stream<String> keys(String source, String accountId, Optional<String> after) {
        String folder = ArchiveKey.folder(source, accountId);
        return s3
                .listObjectsV2Paginator(l -> l.bucket(bucket).prefix(folder).startAfter(after.orElse(folder)))
                .contents()
                .stream()
                .map(S3Object::key);
    }

    /** Those of them that came until then. */
    public Stream<String> keysUntil(String source, String accountId, Optional<String> after, Instant until) {
        String end = ArchiveKey.folder(source, accountId, day(until)) + Keys.moment(until.plusMillis(1));
        return keys(source, accountId, after).takeWhile(key -> key.compareTo(end) < 0);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
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
