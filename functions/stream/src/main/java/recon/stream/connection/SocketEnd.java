package recon.stream.connection;

import static java.util.Objects.requireNonNull;

/**
 * Why a connection is gone.
 *
 * @param why for people
 * @param retryAfterMs how long the exchange wants us to wait; 0 if it did not say
 */
public record SocketEnd(String why, long retryAfterMs) {
    public SocketEnd {
        requireNonNull(why, "why is null");
    }

    /** One that asks for no waiting. */
    public static SocketEnd of(String why) {
        return new SocketEnd(why, 0);
    }
}
