package recon.binance.client;

/** Signs what is sent. One kind for each type of key the exchange knows; RSA and Ed25519 have their place here. */
public sealed interface Signer permits HmacSigner {
    /**
     * The signature of a payload, not yet percent-encoded.
     *
     * @param payload the query exactly as it is sent, already percent-encoded
     */
    String sign(String payload);
}
