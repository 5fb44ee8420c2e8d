package recon.stream.connection;

/** How far the exchange's clock is from ours; learned when the exchange complains. */
public final class ExchangeTime {
    private long ahead;

    /** The exchange's time, epoch ms. */
    long of(long now) {
        return now + ahead;
    }

    /**
     * The exchange has told its time.
     *
     * @param asked when we asked, by our clock
     * @param answered when the answer came
     * @param told its time, somewhere between
     */
    void learn(long asked, long answered, long told) {
        ahead = told - (asked + answered) / 2;
    }
}
