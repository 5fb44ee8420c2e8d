package recon.benchmark.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The MD5 sums that SQS gives back, of what it has understood. */
final class Digests {
    private static final byte TEXT = 1;

    private Digests() {}

    /**
     * An attribute of a message.
     *
     * @param type {@code String} or {@code Number}
     */
    record Attribute(String type, String value) {}

    static String body(String body) {
        return HexFormat.of().formatHex(md5().digest(body.getBytes(UTF_8)));
    }

    /** By name: name, type and value, each after its length. */
    static String attributes(Map<String, Attribute> attributes) {
        SortedMap<String, Attribute> byName = new TreeMap<>(attributes);
        MessageDigest md5 = md5();
        byName.forEach((name, attribute) -> {
            update(md5, name);
            update(md5, attribute.type);
            md5.update(TEXT);
            update(md5, attribute.value);
        });
        return HexFormat.of().formatHex(md5.digest());
    }

    private static void update(MessageDigest md5, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        md5.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
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
