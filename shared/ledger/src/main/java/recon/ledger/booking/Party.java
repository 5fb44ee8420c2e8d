package recon.ledger.booking;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import recon.ledger.Wallet;

/**
 * One side of a transfer between accounts.
 *
 * @param email as the exchange names the account
 * @param accountId its uid; empty for an account that nobody configured: its side is not ours to book
 * @param wallet the wallet that moves
 */
public record Party(String email, Optional<String> accountId, Wallet wallet) {
    public Party {
        requireNonNull(email, "email is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(wallet, "wallet is null");
    }
}
