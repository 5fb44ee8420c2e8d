package recon.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 in hexadecimal digits of either case, and the signatures of key pairs in base64. */
final class Signature {
    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    static String of(String secret, String payload) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + HMAC, e);
        }
    }

    static boolean matches(String secret, String payload, String signature) {
        return MessageDigest.isEqual(
                of(secret, payload).getBytes(StandardCharsets.US_ASCII),
                signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether the owner of the private half signed the payload.
     *
     * @param algorithm as {@link java.security.Signature} names it
     * @param signature in base64, percent-decoded
     */
    static boolean matches(String algorithm, PublicKey key, String payload, String signature) {
        try {
            byte[] raw = Base64.getDecoder().decode(signature);
            java.security.Signature verifier = java.security.Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(payload.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(raw);
        } catch (IllegalArgumentException | SignatureException _) {
            // Not base64, or not of this key's length.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + algorithm, e);
        }
    }
}
