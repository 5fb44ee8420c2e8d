package recon.binance.source;

/** A page with a row that cannot be read: the whole page is refused. */
public final class MalformedReply extends UnusablePage {
    /**
     * Names the place.
     *
     * @param source the source's name
     * @param what is wrong, for people, without amounts
     */
    public MalformedReply(String source, String what) {
        super(source + ": " + what);
    }
}
