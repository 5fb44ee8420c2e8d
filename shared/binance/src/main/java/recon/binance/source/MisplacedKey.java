package recon.binance.source;

/** The key configured for one account belongs to another: nothing it reads may be booked. */
public final class MisplacedKey extends UnusablePage {
    private final String configured;
    private final String actual;

    /**
     * Names both.
     *
     * @param configured the uid in the configuration
     * @param actual the uid the exchange answers for
     */
    public MisplacedKey(String configured, String actual) {
        super("the API key of account " + configured + " belongs to account " + actual
                + ": put each key under its own account");
        this.configured = configured;
        this.actual = actual;
    }

    /** The uid in the configuration. */
    public String configured() {
        return configured;
    }

    /** The uid the exchange answers for. */
    public String actual() {
        return actual;
    }
}
