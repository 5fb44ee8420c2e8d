package recon.binance.client;

import static java.util.Objects.requireNonNull;

import java.security.PrivateKey;

/** RSASSA-PKCS1-v1_5 with SHA-256, in base64. */
final class RsaSigner implements Signer {
    private final PrivateKey key;

    RsaSigner(PrivateKey key) {
        this.key = requireNonNull(key, "key is null");
    }

    @Override
    public String sign(String payload) {
        return PrivateKeys.sign("SHA256withRSA", key, payload);
    }

    @Override
    public String toString() {
        return "RsaSigner[hidden]";
    }
}
