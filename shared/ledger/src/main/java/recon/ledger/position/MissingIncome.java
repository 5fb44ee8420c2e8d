package recon.ledger.position;

import java.util.List;

/**
 * Fills whose income was not found.
 *
 * @param rows how many rows are missing
 * @param fills the ids of the first of them, as evidence
 */
public record MissingIncome(int rows, List<Long> fills) {
    /** Everything is there. */
    public static final MissingIncome NONE = new MissingIncome(0, List.of());

    /** How many ids are kept. */
    static final int MOST_NAMED = 10;

    public MissingIncome {
        fills = List.copyOf(fills);
    }
}
