package recon.stream.connection;

/** Who hears what happens on a connection. Times are when it was received, epoch ms. */
public interface SocketListener {
    /** The handshake is done. */
    void opened(long now, Socket socket);

    /** A whole text frame; the bytes are the listener's. */
    void text(long now, byte[] frame);

    /** A whole binary frame; the bytes are the listener's. */
    void binary(long now, byte[] frame);

    /** A ping, which has been answered with its own payload. */
    void ping(long now);

    /** The connection could not be opened, or is gone; nothing follows. */
    void closed(long now, SocketEnd end);
}
