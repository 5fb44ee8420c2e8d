package recon.stream.connection;

/** Our end of an open connection. Pings are answered by the connection itself. */
public interface Socket {
    /** Sends a text frame. */
    void send(String text);

    /** Closes it; nothing more has to be delivered. */
    void close();
}
