package recon.ledger.position.entry;

import java.util.Locale;

/** Where the leverage of an entry comes from: the exchange does not keep that of the past. */
public enum LeverageSource {
    /** {@code symbolConfig} as it was when it was last read: approximate for older trades. */
    SYMBOL_CONFIG,
    /** A person said so. */
    ANNOTATED,
    /** Nobody said anything. */
    UNKNOWN;

    /** The one of that name in files and tables. */
    public static LeverageSource of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The name in files and tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
