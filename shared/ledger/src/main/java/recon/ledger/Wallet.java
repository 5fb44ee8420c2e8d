package recon.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A wallet of an account, under the name the reports use. An isolated margin pair is a wallet of its own.
 *
 * @param name {@code SPOT}, {@code FUNDING}, {@code MARGIN}, {@code FUTURES}, {@code OPTION}, {@code EARN} or
 *     {@code ISOLATED_MARGIN:<pair>}
 */
public record Wallet(String name) {
    public static final Wallet SPOT = new Wallet("SPOT");
    public static final Wallet FUNDING = new Wallet("FUNDING");
    /** Cross margin. */
    public static final Wallet MARGIN = new Wallet("MARGIN");
    /** USD-M futures. */
    public static final Wallet FUTURES = new Wallet("FUTURES");

    /**
     * All isolated margin pairs together: what was captured of it says that no pair but those captured by themselves
     * holds anything.
     */
    public static final Wallet ISOLATED_MARGIN = new Wallet("ISOLATED_MARGIN");

    private static final String PAIR = "ISOLATED_MARGIN:";

    public Wallet {
        requireNonNull(name, "name is null");
    }

    /** The wallet of one isolated margin pair, by the exchange's symbol. */
    public static Wallet isolated(String pair) {
        return new Wallet(PAIR + requireNonNull(pair, "pair is null"));
    }

    /** The symbol of an isolated margin pair; empty for every other wallet. */
    public Optional<String> pair() {
        return name.startsWith(PAIR) ? Optional.of(name.substring(PAIR.length())) : Optional.empty();
    }

    /** Whether it lends: cross margin, or an isolated pair. */
    public boolean lends() {
        return equals(MARGIN) || pair().isPresent();
    }

    @Override
    public String toString() {
        return name;
    }
}
