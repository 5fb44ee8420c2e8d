package recon.ledger.match;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The two legs of one internal transfer.
 *
 * @param given the leg of the wallet that gave
 * @param received the leg of the wallet that received
 * @param basis by what they were found to belong together
 */
public record TransferMatch(InternalLeg given, InternalLeg received, Basis basis) {
    /** The evidence for a pair. */
    public enum Basis {
        /** The exchange shows the same id on both sides. */
        TRAN_ID,
        /** Asset and amount agree, and no other leg that fits is nearer in time. */
        AMOUNT_AND_TIME
    }

    public TransferMatch {
        requireNonNull(given, "given is null");
        requireNonNull(received, "received is null");
        requireNonNull(basis, "basis is null");
        if (given.amount().signum() >= 0
                || !given.asset().equals(received.asset())
                || given.amount().add(received.amount()).signum() != 0) {
            throw new IllegalArgumentException("not the two legs of one transfer: "
                    + given.booking().externalId() + " and "
                    + received.booking().externalId());
        }
    }

    /** What both legs share: the id of the source that shows the transfer, else one made from the giving leg. */
    public String matchId() {
        return given.booking().matchId().or(() -> received.booking().matchId()).orElseGet(given::ownMatchId);
    }

    /** How far the stamps of the two lie apart; never negative. */
    public Duration apart() {
        return Duration.between(given.time(), received.time()).abs();
    }

    /** Both legs, the giving one first. */
    public Stream<InternalLeg> legs() {
        return Stream.of(given, received);
    }
}
