package recon.stream.connection;

/** Opens connections to the exchange. */
public interface Connector {
    /**
     * Begins to connect. The listener is told {@code opened} or {@code closed} later or at once, and everything else on
     * the thread that opens.
     */
    void open(SocketListener listener);
}
