package recon.binance.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads private keys from their text. What it says about an unusable one never repeats any of it. */
final class PrivateKeys {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String PKCS8 = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED";
    private static final String NEEDED =
            "; needed is an RSA or Ed25519 key in unencrypted PKCS#8 PEM, which begins with -----BEGIN PRIVATE KEY-----"
                    + " (openssl pkcs8 -topk8 -nocrypt -in key.pem makes one)";

    private PrivateKeys() {}

    /**
     * Who signs with a key; of which type it is, the key itself says.
     *
     * @param text PKCS#8 PEM; whatever stands around it is ignored
     */
    static Signer signer(String text) {
        byte[] key = encoded(text);
        return key("Ed25519", key)
                .map(ed25519 -> new PrivateKeySigner(KeyType.ED25519, ed25519))
                .or(() -> key("RSA", key).map(rsa -> new PrivateKeySigner(KeyType.RSA, rsa)))
                .orElseThrow(() -> unusable("the private key is neither an RSA nor an Ed25519 key, or is damaged"));
    }

    /** The signature in base64. */
    static String sign(KeyType type, PrivateKey key, String payload) {
        String algorithm = switch (type) {
            case RSA -> "SHA256withRSA"; // RSASSA-PKCS1-v1_5
            case ED25519 -> "Ed25519";
            case HMAC -> throw new IllegalArgumentException("no private key signs " + type);
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(payload.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (NoSuchAlgorithmException | InvalidKeyException | SignatureException e) {
            throw new IllegalStateException("this Java cannot sign with " + algorithm, e);
        }
    }

    private static byte[] encoded(String text) {
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            throw unusable("no PEM block was found where a private key should be");
        }
        String label = pem.group(1);
        // Older tools name the kind in the label and the encryption in a header below it.
        if (label.contains(ENCRYPTED) || pem.group(2).contains(ENCRYPTED)) {
            throw unusable("the private key is encrypted");
        }
        if (!label.equals(PKCS8)) {
            throw unusable("the private key's PEM block is of another form");
        }
        try {
            return Base64.getDecoder().decode(SPACE.matcher(pem.group(2)).replaceAll(""));
        } catch (IllegalArgumentException _) {
            // Its message could show characters of the key.
            throw unusable("the private key's PEM block is not base64");
        }
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (InvalidKeySpecException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java does not know " + algorithm + " keys", e);
        }
    }

    private static IllegalArgumentException unusable(String what) {
        return new IllegalArgumentException(what + NEEDED);
    }
}
