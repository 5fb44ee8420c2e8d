package recon.storage.registry;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Something happened to an account's orders in a symbol on a UTC day.
 *
 * @param accountId the exchange's uid
 * @param symbol the exchange's symbol
 * @param day by the exchange's transaction time
 * @param traded whether something was traded; otherwise orders came, changed or went
 */
public record SymbolActivity(String accountId, String symbol, LocalDate day, boolean traded) {
    public SymbolActivity {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(day, "day is null");
    }
}
