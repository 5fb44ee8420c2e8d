package recon.storage.archive;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import recon.storage.StorageException;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Copies of many answers of one source and account in one object, for who reads all of them again and again: their lines,
 * in the order of their keys, at {@code packed/} and the rest of the last one's key. A pack goes on where the one before it
 * ends. It follows from the archive alone, and whoever doubts it reads the archive and puts it again.
 */
public final class ArchivePacks {
    private static final String RAW = "raw/";
    private static final String PACKED = "packed/";
    private static final char END = '\n';

    private final S3Client s3;
    private final String bucket;

    public ArchivePacks(AwsClients clients, AwsSettings settings) {
        this.s3 = clients.s3();
        this.bucket = requireNonNull(settings.bucket(), "bucket is null");
    }

    /** The keys of the packs, in the order of the answers in them. */
    public List<String> keys(String source, String accountId) {
        String folder = packed(ArchiveKey.folder(source, accountId));
        return s3.listObjectsV2Paginator(l -> l.bucket(bucket).prefix(folder)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** The key of the last answer in a pack. */
    public static String last(String pack) {
        return RAW + pack.substring(PACKED.length());
    }

    /** Whether a pack would give the answer back: one that was kept in another form stays where it is. */
    public static boolean takes(ArchivedAnswer answer) {
        return ArchiveKey.of(answer.response(), ArchiveLine.write(answer.response()))
                .equals(answer.key());
    }

    /**
     * The answers in a pack, in the order of their keys.
     *
     * @throws StorageException.Malformed if they are not whole
     */
    public List<ArchivedAnswer> get(String pack) {
        byte[] lines = Gzip.unzip(pack, bytes(pack));
        List<ArchivedAnswer> answers = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < lines.length; at++) {
            if (lines[at] == END) {
                answers.add(answer(pack, lines, from, at + 1));
                from = at + 1;
            }
        }
        if (from < lines.length || answers.isEmpty() || !answers.getLast().key().equals(last(pack))) {
            throw new StorageException.Malformed("pack of answers " + pack, "its end is missing");
        }
        return answers;
    }

    private byte[] bytes(String pack) {
        try {
            return s3.getObjectAsBytes(g -> g.bucket(bucket).key(pack)).asByteArray();
        } catch (NoSuchKeyException e) {
            throw new StorageException.Missing("pack of answers", pack);
        }
    }

    private static ArchivedAnswer answer(String pack, byte[] lines, int from, int to) {
        byte[] line = Arrays.copyOfRange(lines, from, to);
        RawResponse response = ArchiveLine.read(pack, line);
        return new ArchivedAnswer(ArchiveKey.of(response, line), response);
    }

    /**
     * Packs answers; the same answers again are the same object.
     *
     * @param answers that a pack {@link #takes}, in the order of their keys, and all there are between the first and the last
     */
    public void put(List<ArchivedAnswer> answers) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        answers.forEach(answer -> lines.writeBytes(ArchiveLine.write(answer.response())));
        String key = packed(answers.getLast().key());
        s3.putObject(
                p -> p.bucket(bucket).key(key).contentType("application/gzip"),
                RequestBody.fromBytes(Gzip.zip(lines.toByteArray())));
    }

    private static String packed(String raw) {
        return PACKED + raw.substring(RAW.length());
    }
}
