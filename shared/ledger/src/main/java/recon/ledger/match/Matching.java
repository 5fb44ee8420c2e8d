package recon.ledger.match;

import java.util.List;

/**
 * What became of the legs of internal transfers: each stands in one match or alone.
 *
 * @param matches in the order of their giving legs
 * @param unmatched in the order of time
 */
public record Matching(List<TransferMatch> matches, List<UnmatchedLeg> unmatched) {
    public Matching {
        matches = List.copyOf(matches);
        unmatched = List.copyOf(unmatched);
    }
}
