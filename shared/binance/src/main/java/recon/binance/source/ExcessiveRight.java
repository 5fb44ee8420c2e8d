package recon.binance.source;

/** A key that may do more than read: it is not used for anything. */
public final class ExcessiveRight extends UnusablePage {
    private final String right;

    /**
     * Names the right.
     *
     * @param account who the key belongs to, for people
     * @param right as the exchange calls it, for instance {@code enableWithdrawals}
     */
    public ExcessiveRight(String account, String right) {
        super("the API key of " + account + " has the right " + right + ": make a key that may only read");
        this.right = right;
    }

    /** The right that it must not have. */
    public String right() {
        return right;
    }
}
