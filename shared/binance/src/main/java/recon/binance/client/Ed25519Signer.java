package recon.binance.client;

import static java.util.Objects.requireNonNull;

import java.security.PrivateKey;

/** Ed25519, in base64. */
final class Ed25519Signer implements Signer {
    private final PrivateKey key;

    Ed25519Signer(PrivateKey key) {
        this.key = requireNonNull(key, "key is null");
    }

    @Override
    public String sign(String payload) {
        return PrivateKeys.sign("Ed25519", key, payload);
    }

    @Override
    public String toString() {
        return "Ed25519Signer[hidden]";
    }
}
