package recon.binance.client;

import static java.util.Objects.requireNonNull;

/** An API key and what signs with it. It never shows itself. */
public final class Credentials {
    private final String apiKey;
    private final Signer signer;

    private Credentials(String apiKey, Signer signer) {
        this.apiKey = apiKey;
        this.signer = signer;
    }

    /**
     * A key whose secret both sides have.
     *
     * @param apiKey names the key to the exchange
     * @param secret signs
     */
    public static Credentials hmac(String apiKey, String secret) {
        requireNonNull(secret, "secret is null");
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the secret of an API key is blank");
        }
        return new Credentials(checked(apiKey), new HmacSigner(secret));
    }

    /**
     * A key of which the exchange has the public half: RSA or Ed25519, as the private key itself says.
     *
     * @param apiKey names the key to the exchange
     * @param pkcs8Pem the private key, unencrypted, from {@code BEGIN PRIVATE KEY} to {@code END PRIVATE KEY}
     * @throws IllegalArgumentException if the private key has another form; says which one is needed
     */
    public static Credentials privateKey(String apiKey, String pkcs8Pem) {
        requireNonNull(pkcs8Pem, "pkcs8Pem is null");
        return new Credentials(checked(apiKey), PrivateKeys.signer(pkcs8Pem));
    }

    /** Names the key to the exchange. */
    public String apiKey() {
        return apiKey;
    }

    /** Who signs with these. */
    public Signer signer() {
        return signer;
    }

    /** Which kind of key it is. */
    public KeyType keyType() {
        return signer.type();
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }

    /** What is not printable would be refused as a header, by an error that shows it: a line end copied with the key. */
    private static String checked(String apiKey) {
        requireNonNull(apiKey, "apiKey is null");
        if (apiKey.isEmpty() || !apiKey.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("an API key is blank, or has a character that no API key has");
        }
        return apiKey;
    }
}
