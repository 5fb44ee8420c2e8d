package recon.binance.client;

import static java.util.Objects.requireNonNull;

/**
 * An API key that signs with HMAC. It never shows itself.
 *
 * @param apiKey names the key to the exchange
 * @param secret signs
 */
public record Credentials(String apiKey, String secret) {
    public Credentials {
        requireNonNull(apiKey, "apiKey is null");
        requireNonNull(secret, "secret is null");
        if (apiKey.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("an API key or its secret is blank");
        }
    }

    /** Who signs with these. */
    public Signer signer() {
        return new HmacSigner(secret);
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
