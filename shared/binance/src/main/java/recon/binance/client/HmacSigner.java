package recon.binance.client;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 with the secret, in hexadecimal. */
final class HmacSigner implements Signer {
    private static final String ALGORITHM = "HmacSHA256";

    private final String secret;

    HmacSigner(String secret) {
        this.secret = requireNonNull(secret, "secret is null");
    }

    @Override
    public KeyType type() {
        return KeyType.HMAC;
    }

    @Override
    public String sign(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java cannot sign with " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "HmacSigner[hidden]";
    }
}
