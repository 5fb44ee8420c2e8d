package recon.storage.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import recon.storage.item.Digest;
import recon.storage.item.Keys;

/** Where an answer stands: the same answer always in the same place, and the answers of a day in the order they came. */
final class ArchiveKey {
    /** The hash of the request is there to find repeats of a request, 16 digits are plenty. */
    private static final int REQUEST_DIGITS = 16;

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._@+-]{1,120}");

    private ArchiveKey() {}

    static String of(RawResponse response, byte[] line) {
        return folder(
                        response.source(),
                        response.accountId(),
                        LocalDate.ofInstant(response.receivedAt(), ZoneOffset.UTC))
                + Keys.moment(response.receivedAt()) + "-"
                + Digest.sha256(response.request()).substring(0, REQUEST_DIGITS) + "-"
                + Digest.sha256(line) + ".json.gz";
    }

    /**
     * Whether a line is the one that was kept at that key.
     *
     * @param key ends with the digest of the line
     */
    static boolean holds(String key, byte[] line) {
        return key.endsWith("-" + Digest.sha256(line) + ".json.gz");
    }

    static String folder(String source, String accountId) {
        requirePart("source", source);
        requirePart("accountId", accountId);
        return "raw/source=" + source + "/account=" + accountId + "/";
    }

    static String folder(String source, String accountId, LocalDate date) {
        return folder(source, accountId) + "date=" + date + "/";
    }

    static void requirePart(String what, String value) {
        if (!PART.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " cannot be part of an archive key: '" + value + "'");
        }
    }
}
