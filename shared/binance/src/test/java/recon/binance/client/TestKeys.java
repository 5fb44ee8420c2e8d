package recon.binance.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Keys for tests alone, and what the other side does with their public halves. */
final class TestKeys {
    /** 2,048 bits, made with OpenSSL. */
    static final String RSA = resource("rsa-private-key.pem");

    static final String RSA_PUBLIC = resource("rsa-public-key.pem");

    /** The key that the exchange's FIX documentation publishes together with a signature. */
    static final String ED25519 = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u
            -----END PRIVATE KEY-----
            """;

    /** Derived from {@link #ED25519} with OpenSSL. */
    static final String ED25519_PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGUIKv9dSpWXBViXp2m6vAIb8QMFJYBgyFEQsFJlqgA0=
            -----END PUBLIC KEY-----
            """;

    private TestKeys() {}

    static Credentials credentials(KeyType type) {
        return switch (type) {
            case HMAC -> Credentials.hmac("the-key", "demo-secret-0001");
            case RSA -> Credentials.privateKey("the-key", RSA);
            case ED25519 -> Credentials.privateKey("the-key", ED25519);
        };
    }

    /** Whether the exchange would take the signature of a key from {@link #credentials}. */
    static boolean verified(KeyType type, String payload, String signature) throws GeneralSecurityException {
        return switch (type) {
            case HMAC -> signature.equals(credentials(type).signer().sign(payload));
            case RSA -> verified("RSA", "SHA256withRSA", RSA_PUBLIC, payload, signature);
            case ED25519 -> verified("Ed25519", "Ed25519", ED25519_PUBLIC, payload, signature);
        };
    }

    /** A PKCS#8 key of any algorithm as PEM. */
    static String pem(byte[] encoded) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static boolean verified(String kind, String algorithm, String publicPem, String payload, String signature)
            throws GeneralSecurityException {
        byte[] encoded = Base64.getMimeDecoder().decode(publicPem.replaceAll("-----[A-Z ]+-----", ""));
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(encoded)));
        verifier.update(payload.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    private static String resource(String name) {
        try (InputStream in = TestKeys.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
