package recon.binance.budget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The counters that all workers behind one address share. All times are on the exchange's clock, UTC. */
public interface RateBudget {
    /**
     * Takes all charges or none. Nothing is granted in the closing part of a window ({@link Window#closing}) nor while
     * one of the {@link Reservation#gates} is halted.
     *
     * @return empty if granted, else the earliest time to ask again
     */
    Optional<Instant> reserve(List<Charge> charges, Instant exchangeNow);

    /**
     * What the exchange says is used. May only raise the counter, and only that of the window in which the request was
     * both sent and answered ({@link Window#around}).
     */
    void observed(Bucket bucket, Instant sentAt, Instant receivedAt, int used);

    /**
     * Grants nothing under this gate until then; a later end stands.
     *
     * @param gate a bucket's key, or its door
     */
    void halt(String gate, Instant until);
}
