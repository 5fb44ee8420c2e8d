package recon.simulator;

import static java.util.Objects.requireNonNull;

/**
 * One of an account's API keys.
 *
 * @param type how it signs
 * @param apiKey value of the header {@code X-MBX-APIKEY}
 * @param secret what the account's owner signs with: the HMAC secret, else the private key as unencrypted PKCS#8 PEM
 */
public record SimulatedKey(KeyType type, String apiKey, String secret) {
    public SimulatedKey {
        requireNonNull(type, "type is null");
        requireNonNull(apiKey, "apiKey is null");
        requireNonNull(secret, "secret is null");
    }

    /** Names the type alone. */
    @Override
    public String toString() {
        return "SimulatedKey[type=" + type + "]";
    }
}
