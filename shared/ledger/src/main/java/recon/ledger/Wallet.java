package recon.ledger;

import static java.util.Objects.requireNonNull;

/**
 * A wallet of an account, under the name the reports use. An isolated margin pair is a wallet of its own.
 *
 * @param name {@code SPOT}, {@code MARGIN}, {@code FUTURES}, {@code OPTION}, {@code FUNDING}, {@code EARN} or
 *     {@code ISOLATED_MARGIN:<pair>}
 */
public record Wallet(String name) {
    public static final Wallet SPOT = new Wallet("SPOT");
    public static final Wallet FUTURES = new Wallet("FUTURES");

    public Wallet {
        requireNonNull(name, "name is null");
    }

    @Override
    public String toString() {
        return name;
    }
}
