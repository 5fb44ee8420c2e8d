package recon.ledger.booking;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TradeLeg;
import recon.ledger.row.Final;
import recon.ledger.row.Observation;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.CapitalFlowSign;

/**
 * A row of a margin wallet's own book (source: {@code GET /sapi/v1/margin/capital-flow}). It witnesses what other
 * sources book; a liquidation nothing else books.
 *
 * @param accountId whose wallet
 * @param id the exchange's id of the row
 * @param wallet cross margin or an isolated pair
 * @param type the exchange's type, unknown ones kept
 * @param asset what moves
 * @param amount what its sign says is a setting of the ledger
 * @param time UTC
 * @param repaid what the same transaction pays back of a loan: a liquidation trades to receive it; empty if nothing is
 */
public record CapitalFlow(
        String accountId,
        long id,
        Wallet wallet,
        String type,
        String asset,
        BigDecimal amount,
        Instant time,
        Optional<String> repaid) {
    /** The name of the source. */
    public static final String SOURCE = "capital-flow";

    /** The type of a row that pays back a loan within a liquidation. */
    public static final String REPAID = "REPAY_LIQUIDATION";

    private static final String FEE = "LIQUIDATION_FEE";
    private static final Set<String> LIQUIDATIONS =
            Set.of("BUY_LIQUIDATION", "SELL_LIQUIDATION", REPAID, "OTHER_LIQUIDATION", FEE);
    /** One row for what is given, another for what is received. */
    private static final Set<String> TRADED = Set.of("BUY_LIQUIDATION", "SELL_LIQUIDATION");
    /** Small balances are booked by the dust source, which splits off the charge: nothing to compare row by row. */
    private static final Set<String> DUST = Set.of("SMALL_BALANCE_CONVERT", "SMALL_CONVERT");
    /** What receives; every other type that we know gives, and a transfer may do either. */
    private static final Set<String> RECEIVING =
            Set.of("BORROW", "BUY_INCOME", "SELL_INCOME", "BUY_LIQUIDATION", "COMMISSION_RETURN", "TRANSFER");

    public CapitalFlow {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(type, "type is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(time, "time is null");
        requireNonNull(repaid, "repaid is null");
    }

    /**
     * Whether a booking of this source is one side of what a liquidation traded, and neither its fee nor what it paid back.
     *
     * @param externalId the booking's
     */
    public static boolean traded(String externalId) {
        return TRADED.stream().anyMatch(type -> externalId.startsWith(type + ":"));
    }

    /** A liquidation is booked; everything else is compared with what the other sources book. */
    public Optional<Observation> observe(RawRef raw, LedgerSettings settings) {
        if (DUST.contains(type)) {
            return Optional.empty();
        }
        BigDecimal signed = signed(settings);
        return Optional.of(
                LIQUIDATIONS.contains(type)
                        ? new Final(booking(signed, raw))
                        : new WitnessRow(accountId, SOURCE, type + ":" + id, time, wallet, asset, signed, raw));
    }

    private BigDecimal signed(LedgerSettings settings) {
        boolean told = settings.capitalFlowSign() == CapitalFlowSign.SIGNED;
        return told || receives() ? amount : amount.negate();
    }

    /** Both rows of a liquidation's trade have one type: what it trades for is what it pays back. */
    private boolean receives() {
        return (TRADED.contains(type) && repaid.isPresent()) ? repaid.get().equals(asset) : RECEIVING.contains(type);
    }

    private Booking booking(BigDecimal signed, RawRef raw) {
        String subtype = type.equals(FEE) ? "liquidation_fee" : type.toLowerCase(Locale.ROOT);
        Leg moved = new TradeLeg(subtype, wallet, wallet.pair().orElse(""), asset, signed, Optional.empty());
        return new Booking(
                accountId,
                SOURCE,
                type + ":" + id,
                "liquidation",
                time,
                false,
                Optional.empty(),
                raw,
                type.equals(REPAID) ? List.of(moved, DebtLeg.loan(subtype, wallet, asset, signed)) : List.of(moved));
    }
}
