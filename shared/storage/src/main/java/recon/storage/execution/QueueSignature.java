package recon.storage.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signs POST calls to the path {@code /} of one host with AWS's signature version 4. The SDK's own signer takes three
 * times as long for a batch, most of it for what such calls do not have; a test holds both against each other.
 */
final class QueueSignature {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SERVICE = "sqs";
    private static final String END = "aws4_request";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String host;
    private final String region;
    private volatile Key last = new Key("", "", new byte[0]);

    /** What signs for one day with one secret. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Key(String day, String secret, byte[] bytes) {
        @Override
        public String toString() {
            return "Key[" + day + "]";
        }
    }

    /**
     * Signs for one address.
     *
     * @param host with the port where it is not the scheme's own
     */
    QueueSignature(String host, String region) {
        this.host = requireNonNull(host, "host is null");
        this.region = requireNonNull(region, "region is null");
    }

    /**
     * All headers of a signed call, by name in lower case.
     *
     * @param headers those that the call has anyway, by name in lower case
     * @param now by the server's clock
     */
    Map<String, String> sign(AwsCredentialsIdentity identity, Map<String, String> headers, byte[] body, Instant now) {
        String moment = MOMENT.format(now);
        String day = DAY.format(now);
        String hash = hex(sha256(body));
        SortedMap<String, String> signed = new TreeMap<>(headers);
        signed.put("host", host);
        signed.put("x-amz-content-sha256", hash);
        signed.put("x-amz-date", moment);
        if (identity instanceof AwsSessionCredentialsIdentity session) {
            signed.put("x-amz-security-token", session.sessionToken());
        }
        String names = String.join(";", signed.keySet());
        StringBuilder canonical = new StringBuilder("POST\n/\n\n");
        signed.forEach((name, value) ->
                canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(names).append('\n').append(hash);
        String scope = day + "/" + region + "/" + SERVICE + "/" + END;
        String toSign = ALGORITHM + "\n" + moment + "\n" + scope + "\n"
                + hex(sha256(canonical.toString().getBytes(UTF_8)));
        signed.put(
                "authorization",
                ALGORITHM + " Credential=" + identity.accessKeyId() + "/" + scope + ", SignedHeaders=" + names
                        + ", Signature=" + hex(hmac(key(day, identity.secretAccessKey()), toSign)));
        return signed;
    }

    private byte[] key(String day, String secret) {
        Key known = last;
        if (!known.day.equals(day) || !known.secret.equals(secret)) {
            byte[] bytes = ("AWS4" + secret).getBytes(UTF_8);
            for (String part : new String[] {day, region, SERVICE, END}) {
                bytes = hmac(bytes, part);
            }
            known = new Key(day, secret, bytes);
            last = known;
        }
        return known.bytes;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
