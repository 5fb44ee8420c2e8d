package recon.binance.source;

/** A walk that reached its bound: more rows in one place than the endpoint can show, or pages without end. */
public final class NoProgress extends UnusablePage {
    /**
     * Names the place.
     *
     * @param source the source's name
     * @param where it stands still, for people
     */
    public NoProgress(String source, String where) {
        super(source + " makes no progress: " + where);
    }
}
