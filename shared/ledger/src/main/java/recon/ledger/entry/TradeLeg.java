package recon.ledger.entry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import recon.ledger.Wallet;

/**
 * A leg of the plan's {@code trade} table.
 *
 * @param txnSubtype {@code spot_buy}, {@code spot_sell}, {@code maker_fee}, {@code taker_fee}, {@code convert_buy},
 *     {@code convert_sell}; for futures income the income type in lower case
 * @param symbol the exchange's symbol
 * @param amount signed, in units of the asset
 * @param price of the asset in the quote asset; empty if unknown
 */
public record TradeLeg(
        String txnSubtype, Wallet wallet, String symbol, String asset, BigDecimal amount, Optional<BigDecimal> price)
        implements Leg {
    public TradeLeg {
        requireNonNull(txnSubtype, "txnSubtype is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(price, "price is null");
    }

    @Override
    public String txnType() {
        return "trade";
    }

    @Override
    public Column column() {
        if (txnSubtype.endsWith("_fee")) {
            return Column.FEES;
        }
        return amount.signum() < 0 ? Column.TRADES_OUT : Column.TRADES_IN;
    }

    @Override
    public TradeLeg reversed() {
        return new TradeLeg(txnSubtype, wallet, symbol, asset, amount.negate(), price);
    }
}
