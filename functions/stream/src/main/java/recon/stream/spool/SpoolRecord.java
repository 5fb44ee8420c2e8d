package recon.stream.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import recon.stream.report.Report;

/** A report on disk: length, checksum, then its parts. What is torn or changed is not read. */
final class SpoolRecord {
    /** Length and checksum. */
    static final int HEAD = 8;
    /** A frame is never larger. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private SpoolRecord() {}

    static ByteBuffer write(Report report) {
        byte[] account = report.account().getBytes(StandardCharsets.UTF_8);
        byte[] connection = report.connection().getBytes(StandardCharsets.UTF_8);
        int length = 2 * Long.BYTES + 2 * Integer.BYTES + account.length + connection.length + report.body().length;
        ByteBuffer record = ByteBuffer.allocate(HEAD + length);
        record.putInt(length).putInt(0);
        record.putLong(report.receivedAt()).putLong(report.sequence());
        record.putInt(account.length).put(account);
        record.putInt(connection.length).put(connection);
        record.put(report.body());
        record.putInt(Integer.BYTES, checksum(record, HEAD, length));
        return record.flip();
    }

    /**
     * Reads the record at the position and moves past it; empty, and the position stays, if there is no whole one.
     */
    static Optional<Report> read(ByteBuffer bytes) {
        int start = bytes.position();
        if (bytes.remaining() < HEAD) {
            return Optional.empty();
        }
        int length = bytes.getInt(start);
        if (length < 2 * Long.BYTES + 2 * Integer.BYTES
                || length > LARGEST
                || bytes.remaining() - HEAD < length
                || bytes.getInt(start + Integer.BYTES) != checksum(bytes, start + HEAD, length)) {
            return Optional.empty();
        }
        bytes.position(start + HEAD);
        long receivedAt = bytes.getLong();
        long sequence = bytes.getLong();
        String account = text(bytes);
        String connection = text(bytes);
        byte[] body = new byte[start + HEAD + length - bytes.position()];
        bytes.get(body);
        return Optional.of(new Report(account, connection, sequence, receivedAt, body));
    }

    private static String text(ByteBuffer bytes) {
        byte[] text = new byte[bytes.getInt()];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static int checksum(ByteBuffer bytes, int from, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes.slice(from, length));
        return (int) checksum.getValue();
    }
}
