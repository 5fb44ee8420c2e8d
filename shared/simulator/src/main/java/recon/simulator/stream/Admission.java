package recon.simulator.stream;

import static java.util.Objects.requireNonNull;

/** The answer to an attempt to connect. */
public sealed interface Admission {
    /**
     * The connection stands.
     *
     * @param session the exchange's end of it
     */
    record Admitted(StreamSession session) implements Admission {
        public Admitted {
            requireNonNull(session, "session is null");
        }
    }

    /**
     * The handshake is refused.
     *
     * @param status HTTP status, 429 or 418
     * @param retryAfterSeconds at least 1
     */
    record TurnedAway(int status, long retryAfterSeconds) implements Admission {}
}
