package recon.binance.client;

/** The kinds of API key the exchange knows. */
public enum KeyType {
    /** A secret that both sides have. */
    HMAC,
    /** A private key of which the exchange has the public half. */
    RSA,
    /** Likewise, with short keys and signatures: what the exchange recommends. */
    ED25519
}
