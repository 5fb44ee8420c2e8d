package recon.ledger.row;

import static java.util.Objects.requireNonNull;

/**
 * An account belongs to a trade group (source: {@code GET /api/v3/account}): between its accounts self-trade prevention
 * may move what no trade shows.
 *
 * @param accountId the exchange's uid
 * @param tradeGroupId the exchange's number of the group
 */
public record Grouped(String accountId, long tradeGroupId) implements Observation {
    public Grouped {
        requireNonNull(accountId, "accountId is null");
    }
}
