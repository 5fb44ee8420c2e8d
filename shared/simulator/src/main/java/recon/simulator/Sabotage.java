package recon.simulator;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A deliberate error that the exchange's world contains.
 *
 * @param kind what was done
 * @param date the UTC day on which it was done, the exchange's clock
 * @param email the account that it was done to
 * @param asset the asset whose balance it changed, or whose change is hidden: the base asset of hidden trades; empty where
 *     no balance is concerned
 * @param amount by how much; positive raises the balance
 * @param at the instant, on the exchange's clock; of hidden trades the first
 */
public record Sabotage(Break kind, LocalDate date, String email, String asset, BigDecimal amount, Instant at) {
    public Sabotage {
        requireNonNull(kind, "kind is null");
        requireNonNull(date, "date is null");
        requireNonNull(email, "email is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(at, "at is null");
    }
}
