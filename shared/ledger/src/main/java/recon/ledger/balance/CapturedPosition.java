package recon.ledger.balance;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An open futures position as a capture shows it (source: {@code GET /fapi/v3/account}).
 *
 * @param symbol the contract
 * @param side {@code BOTH}, {@code LONG} or {@code SHORT}, unknown ones kept
 * @param amount in units of the base asset, signed: negative is short
 * @param notional its value at the mark price, signed like the amount: divided by the amount it is the mark price
 * @param unrealisedPnl positive is a profit, in the margin asset
 */
public record CapturedPosition(
        String symbol, String side, BigDecimal amount, BigDecimal notional, BigDecimal unrealisedPnl) {
    public CapturedPosition {
        requireNonNull(symbol, "symbol is null");
        requireNonNull(side, "side is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(notional, "notional is null");
        requireNonNull(unrealisedPnl, "unrealisedPnl is null");
    }
}
