package recon.binance.client;

/** Signs what is sent. One kind for each type of key the exchange knows. */
public sealed interface Signer permits HmacSigner, PrivateKeySigner {
    /** Which kind of key signs. */
    KeyType type();

    /**
     * The signature of a payload, not yet percent-encoded.
     *
     * @param payload the query exactly as it is sent, already percent-encoded
     * @return hexadecimal digits for HMAC; base64 for the others, whose {@code +}, {@code /} and {@code =} have to be
     *     percent-encoded in the address
     */
    String sign(String payload);
}
