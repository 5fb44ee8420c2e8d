package recon.ledger.entry;

import java.math.BigDecimal;
import recon.ledger.Wallet;

/**
 * One movement of one asset in one wallet, or of what the wallet owes of it. Several legs make a {@link Booking}.
 *
 * <p>The amount is signed as the wallet sees it: positive is received, negative is given away.
 */
public sealed interface Leg permits TransferLeg, TradeLeg, IncomeLeg, DebtLeg {
    /** The wallet whose balance moves. */
    Wallet wallet();

    /** The asset that moves, in the exchange's own spelling. */
    String asset();

    /** The movement in units of {@link #asset()}, signed. */
    BigDecimal amount();

    /** The plan's {@code txn_type}. */
    String txnType();

    /** The plan's {@code txn_subtype}. */
    String txnSubtype();

    /** The column of the daily reconciliation that this leg counts in. */
    Column column();

    /** The same leg the other way round: how a refused row is taken back. */
    Leg reversed();
}
