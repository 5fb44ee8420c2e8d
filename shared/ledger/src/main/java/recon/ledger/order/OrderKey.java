package recon.ledger.order;

import static java.util.Objects.requireNonNull;

/**
 * Which order.
 *
 * @param account whose, the exchange's uid
 * @param symbol the exchange's name of the market
 * @param orderId the exchange's id, unique within the symbol
 */
public record OrderKey(String account, String symbol, long orderId) {
    public OrderKey {
        requireNonNull(account, "account is null");
        requireNonNull(symbol, "symbol is null");
    }
}
