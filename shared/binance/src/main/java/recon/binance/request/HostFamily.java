package recon.binance.request;

/** The three programming interfaces of the exchange. Their limits and their error codes have nothing in common. */
public enum HostFamily {
    /** {@code /api}: spot trading. */
    SPOT("spot"),
    /** {@code /sapi}: wallet, margin, sub-accounts. Lives on the spot host. */
    SAPI("spot"),
    /** {@code /fapi}: USD-M futures. */
    FAPI("futures");

    private final String host;

    HostFamily(String host) {
        this.host = host;
    }

    /**
     * The one that a path belongs to.
     *
     * @throws IllegalArgumentException if it belongs to none
     */
    public static HostFamily of(String path) {
        return switch (path.substring(0, Math.max(path.indexOf('/', 1), 0))) {
            case "/api" -> SPOT;
            case "/sapi" -> SAPI;
            case "/fapi" -> FAPI;
            default -> throw new IllegalArgumentException("no interface of the exchange has the path " + path);
        };
    }

    /** The machine behind it, {@code spot} or {@code futures}: one clock, and one ban for all that lives there. */
    public String host() {
        return host;
    }
}
