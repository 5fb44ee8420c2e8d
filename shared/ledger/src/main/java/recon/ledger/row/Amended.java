package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import recon.ledger.completeness.Amendment;

/**
 * A change of an order's quantity, which moves nothing by itself: compared with what the user-data stream told of it.
 *
 * @param amendment what was read
 */
public record Amended(Amendment amendment) implements Observation {
    public Amended {
        requireNonNull(amendment, "amendment is null");
    }
}
