package recon.collect.heal;

/**
 * What came of comparing the trades of a symbol.
 *
 * @param healed trades that no report told and that are in their orders now
 * @param unplaced the same, but their orders are not known
 * @param unknown trades that a report told and that the exchange does not list
 * @param differing trades that the exchange lists with other amounts than a report told
 */
public record Traded(int healed, int unplaced, int unknown, int differing) {}
