package recon.ledger.entry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Locale;
import recon.ledger.Wallet;

/**
 * A row of the futures wallet's own book, {@code GET /fapi/v1/income}, signed as given: positive is received.
 *
 * @param incomeType the exchange's type, unknown ones kept
 * @param symbol the contract, or the empty text for rows without one
 * @param amount signed, in units of the margin asset
 */
public record IncomeLeg(String incomeType, Wallet wallet, String symbol, String asset, BigDecimal amount)
        implements Leg {
    public IncomeLeg {
        requireNonNull(incomeType, "incomeType is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
    }

    @Override
    public String txnType() {
        return switch (column()) {
            case TRADES_IN, TRADES_OUT -> "trade";
            case FEES -> "txn_fee";
            case TRANSFERS_IN -> "transfer_in";
            case TRANSFERS_OUT -> "transfer_out";
            case LOAN, INTEREST -> throw new IllegalStateException("income is no debt");
        };
    }

    @Override
    public String txnSubtype() {
        return incomeType.toLowerCase(Locale.ROOT);
    }

    @Override
    public Column column() {
        boolean out = amount.signum() < 0;
        return switch (incomeType) {
            case "REALIZED_PNL" -> out ? Column.TRADES_OUT : Column.TRADES_IN;
            case "COMMISSION", "FUNDING_FEE", "INSURANCE_CLEAR" -> Column.FEES;
            default -> out ? Column.TRANSFERS_OUT : Column.TRANSFERS_IN;
        };
    }

    @Override
    public IncomeLeg reversed() {
        return new IncomeLeg(incomeType, wallet, symbol, asset, amount.negate());
    }
}
