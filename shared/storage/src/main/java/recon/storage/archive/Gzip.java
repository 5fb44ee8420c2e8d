package recon.storage.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import recon.storage.StorageException;

/** Gzip as the archive uses it. */
public final class Gzip {
    private Gzip() {}

    /** The JDK writes no time into the header of a gzip stream, so that equal lines make equal objects. */
    public static byte[] zip(byte[] lines) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(lines.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    /**
     * The lines of an object whose key ends with their digest.
     *
     * @throws StorageException.Malformed if they are not those that were kept at that key
     */
    public static byte[] lines(String key, byte[] zipped) {
        byte[] lines = unzip(key, zipped);
        if (!ArchiveKey.holds(key, lines)) {
            throw new StorageException.Malformed(
                    "archived object " + key, "its digest is another: these are not the bytes that were archived");
        }
        return lines;
    }

    /**
     * What was zipped.
     *
     * @param key of the object, for the message
     */
    public static byte[] unzip(String key, byte[] zipped) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new StorageException.Malformed("archived object " + key, String.valueOf(e.getMessage()));
        }
    }
}
