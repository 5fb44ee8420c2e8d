package recon.simulator;

/** A way in which the exchange, or what stands before it, misbehaves for one request. */
public enum Fault {
    /** 403 with an HTML page, as from a firewall; costs no weight. */
    HTML_403,
    /** 500 with a JSON error; the request was counted. */
    SERVER_ERROR_500,
    /** 503 with plain text; the request was counted. */
    UNAVAILABLE_503,
    /** 429 with {@code Retry-After} though the visible budget was kept; does not count towards a ban. */
    TOO_MANY_REQUESTS_429,
    /** The IP is banned from here on, as by a rule that nobody sees: every request gets 418 until the ban ends. */
    BANNED_418,
    /** {@code Content-Length} promises more than is sent; then the connection closes. */
    TRUNCATED_BODY,
    /** A well-framed answer whose JSON ends early. */
    CUT_JSON,
    /** 200 with an empty body. */
    EMPTY_BODY,
    /** 200 whose body is {@code {"code":-1000,...}}. */
    ERROR_IN_200,
    /** The connection is closed without an answer; the request was evaluated and counted. */
    NO_ANSWER,
    /** Every row of the answer carries a field nobody knows and, where one is harmless, an enum value nobody knows. */
    UNKNOWN_FIELD
}
