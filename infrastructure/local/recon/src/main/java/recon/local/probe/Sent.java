package recon.local.probe;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A completed withdrawal from the spot wallet.
 *
 * @param id the exchange's id
 * @param coin the asset
 * @param amount as the exchange shows it, positive
 * @param fee as the exchange shows it, positive
 * @param applied the UTC day it was asked for
 * @param completed the UTC day it was sent
 */
record Sent(String id, String coin, BigDecimal amount, BigDecimal fee, LocalDate applied, LocalDate completed) {
    Sent {
        requireNonNull(id, "id is null");
        requireNonNull(coin, "coin is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(fee, "fee is null");
        requireNonNull(applied, "applied is null");
        requireNonNull(completed, "completed is null");
    }
}
