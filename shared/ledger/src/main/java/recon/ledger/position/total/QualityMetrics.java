package recon.ledger.position.total;

import java.util.List;

/**
 * How good the data of closed positions is.
 *
 * @param closed how many there are
 * @param incomplete those without a whole set of prices, quantity, times or income: none of them is an entry
 * @param suspicious entries whose profit differs by more than 10 % from price x quantity
 * @param fundingsExpected fundings while entries were held, of contracts whose rates are known
 * @param fundingsFound rows that belong to these entries, counted up to what was expected of each
 * @param suspiciousIds the first of the suspicious ones
 * @param uncoveredIds the first of those that lack a funding
 */
public record QualityMetrics(
        long closed,
        long incomplete,
        long suspicious,
        long fundingsExpected,
        long fundingsFound,
        List<String> suspiciousIds,
        List<String> uncoveredIds) {
    public QualityMetrics {
        suspiciousIds = List.copyOf(suspiciousIds);
        uncoveredIds = List.copyOf(uncoveredIds);
    }
}
