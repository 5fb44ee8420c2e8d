package recon.binance.error;

/** The plan's seven classes of errors. */
public enum ErrorClass {
    /** Wrong, locked or revoked key, wrong address, missing permission, bad signature. */
    API_KEY_INVALID,
    /** Too much weight, too many requests, or the exchange is busy. */
    RATE_LIMIT,
    /** The request itself is wrong, or a clock is. */
    PARAMETER_ERROR,
    /** There is not enough money for what was asked. */
    INSUFFICIENT_BALANCE,
    /** No answer, half an answer, or the exchange failed: asking again may help. */
    NETWORK_ERROR,
    /** The exchange does not know the symbol, or it is closed. */
    INVALID_SYMBOL,
    /** Anything else: a person should look. */
    UNKNOWN
}
