package recon.binance.client;

import static java.util.Objects.requireNonNull;

import java.security.PrivateKey;

/** A private key signs, in base64. */
final class PrivateKeySigner implements Signer {
    private final KeyType type;
    private final PrivateKey key;

    /** @param type RSA or Ed25519 */
    PrivateKeySigner(KeyType type, PrivateKey key) {
        this.type = requireNonNull(type, "type is null");
        this.key = requireNonNull(key, "key is null");
    }

    @Override
    public KeyType type() {
        return type;
    }

    @Override
    public String sign(String payload) {
        return PrivateKeys.sign(type, key, payload);
    }

    @Override
    public String toString() {
        return "PrivateKeySigner[hidden]";
    }
}
