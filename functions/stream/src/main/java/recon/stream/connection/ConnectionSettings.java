package recon.stream.connection;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import recon.stream.delivery.Pauses;

/**
 * How connections live.
 *
 * @param accounts on one connection at most, 1 to 1,000
 * @param asked subscriptions that wait for their answer at most, on one connection
 * @param patience how long a handshake, or the answers to all subscriptions, may take
 * @param renewAfter the age at which a connection is replaced; the exchange ends it after 24 hours
 * @param silence how long nothing may come, not even a ping, before a connection counts as half-open
 * @param stable how long a connection has to live for the next one to come without a pause
 * @param pauses before a connection that replaces one that was not stable
 * @param refused before an account is tried again that the exchange refused
 * @param connects attempts to connect at most within five minutes
 */
public record ConnectionSettings(
        int accounts,
        int asked,
        Duration patience,
        Duration renewAfter,
        Duration silence,
        Duration stable,
        Pauses pauses,
        Pauses refused,
        int connects) {
    /** What the exchange lets in per address; several tasks may share one. */
    public static final int MOST_CONNECTS = 300;

    private static final int MOST_ACCOUNTS = 1_000;

    public ConnectionSettings {
        if (accounts < 1 || accounts > MOST_ACCOUNTS) {
            throw new IllegalArgumentException("accounts on one connection are 1 to " + MOST_ACCOUNTS);
        }
        if (asked < 1) {
            throw new IllegalArgumentException("at least one subscription is asked for at a time");
        }
        if (connects < 1 || connects >= MOST_CONNECTS) {
            throw new IllegalArgumentException(
                    "attempts to connect are 1 to " + (MOST_CONNECTS - 1) + " within five minutes");
        }
        if (!patience.isPositive() || !silence.isPositive() || stable.isNegative()) {
            throw new IllegalArgumentException("patience and silence are more than 0, stable is not less");
        }
        if (!renewAfter.isPositive() || renewAfter.compareTo(Duration.ofHours(24)) >= 0) {
            throw new IllegalArgumentException("a connection is renewed before it is 24 hours old");
        }
        requireNonNull(pauses, "pauses is null");
        requireNonNull(refused, "refused is null");
    }

    /** What suits the exchange: pings come every 20 s, a connection lives for 24 h. */
    public static ConnectionSettings standard() {
        return new ConnectionSettings(
                200,
                50,
                Duration.ofSeconds(30),
                Duration.ofHours(23),
                Duration.ofSeconds(50),
                Duration.ofMinutes(1),
                new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(30)),
                new Pauses(Duration.ofSeconds(5), Duration.ofMinutes(10)),
                100);
    }
}
