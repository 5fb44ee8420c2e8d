package recon.simulator.stream;

/**
 * The customer's end of a connection: where the exchange's frames arrive, in order. Called while the hub works: must not
 * block; may call the session or open another.
 */
public interface StreamSink {
    /** A text frame. */
    void text(String frame);

    /** A binary frame. */
    void binary(byte[] frame);

    /** A ping frame; a pong with the same payload is due within a minute. */
    void ping(byte[] payload);

    /** A pong frame, in answer to the customer's ping. */
    void pong(byte[] payload);

    /** A close frame; nothing follows. */
    void close(int code, String reason);

    /** The connection is gone without a close frame; nothing follows. */
    void cut();

    /** The frames so far may leave; called after every burst of frames. */
    default void flush() {}
}
