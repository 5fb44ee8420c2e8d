package recon.binance.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a request may take, in real time.
 *
 * @param connect for the connection to stand
 * @param answer for the whole answer, its last byte included
 */
public record Timeouts(Duration connect, Duration answer) {
    /** The exchange itself gives up after 10 s; exchange info has megabytes. */
    public static final Timeouts STANDARD = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30));

    public Timeouts {
        requireNonNull(connect, "connect is null");
        requireNonNull(answer, "answer is null");
    }
}
