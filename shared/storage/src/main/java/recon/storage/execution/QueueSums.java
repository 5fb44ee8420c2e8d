package recon.storage.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The MD5 sums that SQS gives back of what it has understood, for messages as they were meant. */
final class QueueSums {
    private static final byte TEXT = 1;

    private QueueSums() {}

    static String body(ExecutionMessage message) {
        return HexFormat.of().formatHex(md5().digest(message.body().getBytes(UTF_8)));
    }

    /** Attributes in the order of their names: name, type and value, each after its length. */
    static String attributes(ExecutionMessage message) {
        MessageDigest md5 = md5();
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        message.attributes().forEach((name, value) -> {
            update(md5, length, name);
            update(md5, length, ExecutionMessage.dataType(name));
            md5.update(TEXT);
            update(md5, length, value);
        });
        return HexFormat.of().formatHex(md5.digest());
    }

    private static void update(MessageDigest md5, ByteBuffer length, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        md5.update(length.clear().putInt(bytes.length).flip());
        md5.update(bytes);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
