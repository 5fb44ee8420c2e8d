package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import recon.ledger.balance.BalanceCapture;

/**
 * A wallet as it was at one moment.
 *
 * @param capture what was read
 */
public record Captured(BalanceCapture capture) implements Observation {
    public Captured {
        requireNonNull(capture, "capture is null");
    }
}
