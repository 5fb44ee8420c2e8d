package recon.binance.budget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The counters that all workers behind one address share. All times are on the exchange's clock, UTC. */
public interface RateBudget {
    /**
     * Takes all charges in all windows, or nothing at all. Nothing is granted in the closing part of a window ({@link
     * Window#closing}) nor while one of the {@link Reservation#gates} is halted.
     *
     * @param windows those of each charge's bucket that it is taken from
     * @return empty if granted, else the earliest time to ask again
     */
    Optional<Instant> reserve(List<Charge> charges, Windows windows, Instant exchangeNow);

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
