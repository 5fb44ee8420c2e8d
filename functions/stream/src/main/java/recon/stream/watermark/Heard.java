package recon.stream.watermark;

/** When a connection was last heard of: any frame, pings included. Epoch ms. */
public final class Heard {
    private long at;

    public Heard(long at) {
        this.at = at;
    }

    public long at() {
        return at;
    }

    /** A frame has come. */
    public void now(long time) {
        at = time;
    }
}
