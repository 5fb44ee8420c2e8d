package recon.simulator.http;

/** Why the exchange does not do what was asked: an HTTP status and the body's code and message. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final int status;
    private final int code;

    private Refusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** A refusal with status 400. */
    public static Refusal of(int code, String message) {
        return new Refusal(BAD_REQUEST, code, message);
    }

    /** A refusal with status 401. */
    public static Refusal unauthorized(int code, String message) {
        return new Refusal(UNAUTHORIZED, code, message);
    }

    static Refusal missing(String parameter) {
        return of(-1102, "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
    }

    static Refusal invalid(String parameter) {
        return of(-1130, "Data sent for parameter '" + parameter + "' is not valid.");
    }

    static Refusal combination() {
        return of(-1128, "Combination of optional parameters invalid.");
    }

    /** As in HTTP. */
    public int status() {
        return status;
    }

    /** The exchange's number of the error. */
    public int code() {
        return code;
    }

    /** The exchange's words. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
