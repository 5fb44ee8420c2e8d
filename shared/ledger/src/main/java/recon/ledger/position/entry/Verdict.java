package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Whether a trade may become an entry.
 *
 * @param facts the trade
 * @param errors why not
 * @param warnings what a person should look at
 */
public record Verdict(TradeFacts facts, List<EntryIssue> errors, List<EntryIssue> warnings) {
    public Verdict {
        requireNonNull(facts, "facts is null");
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Whether it becomes an entry. */
    public boolean valid() {
        return errors.isEmpty();
    }
}
