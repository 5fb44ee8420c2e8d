package recon.record.symbol;

import java.time.Instant;

/** Asks that the exchange's list of symbols be fetched. */
@FunctionalInterface
public interface ExchangeInfoRequests {
    /** Asks for it; to ask again within the same minute changes nothing. */
    void ask(Instant now);
}
