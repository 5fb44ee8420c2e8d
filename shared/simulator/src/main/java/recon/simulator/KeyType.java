package recon.simulator;

/** The kinds of API key that the exchange takes. */
public enum KeyType {
    /** HMAC-SHA-256 with a secret that both sides have. */
    HMAC,
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    RSA,
    /** Ed25519. */
    ED25519
}
