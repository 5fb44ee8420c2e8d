package recon.ledger.booking;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Standing;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.WithdrawalAmount;
import recon.ledger.setting.LedgerSettings.WithdrawalDebit;

/**
 * A withdrawal to outside (source: {@code GET /sapi/v1/capital/withdraw/history}).
 *
 * @param accountId who sent it
 * @param id the exchange's id of the withdrawal
 * @param coin the asset
 * @param amount positive; whether it contains the fee is a setting of the ledger
 * @param transactionFee positive, in units of the coin
 * @param network the chain; the empty text if not given
 * @param address where it goes
 * @param txId the transaction on that chain; the empty text until there is one
 * @param status 0 and 2 waiting, 4 processing, 6 completed, 1 cancelled, 3 rejected, 5 failed
 * @param applyTime when it was asked for, UTC, whole seconds
 * @param completeTime when it was sent, UTC, whole seconds; only with status 6
 * @param wallet the wallet it leaves
 */
public record Withdrawal(
        String accountId,
        String id,
        String coin,
        BigDecimal amount,
        BigDecimal transactionFee,
        String network,
        String address,
        String txId,
        int status,
        Instant applyTime,
        Optional<Instant> completeTime,
        Wallet wallet) {
    /** The name of the source. */
    public static final String SOURCE = "withdrawals";

    public Withdrawal {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(id, "id is null");
        requireNonNull(coin, "coin is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(transactionFee, "transactionFee is null");
        requireNonNull(network, "network is null");
        requireNonNull(address, "address is null");
        requireNonNull(txId, "txId is null");
        requireNonNull(applyTime, "applyTime is null");
        requireNonNull(completeTime, "completeTime is null");
        requireNonNull(wallet, "wallet is null");
    }

    /** Books amount and fee from the application on, or at completion, as the settings say. */
    public RowSeen observe(Instant seenAt, RawRef raw, LedgerSettings settings) {
        Standing standing = standing();
        boolean booked = settings.withdrawalDebit() == WithdrawalDebit.AT_APPLICATION || standing == Standing.SETTLED;
        return new RowSeen(
                accountId, SOURCE, id, seenAt, standing, booked ? List.of(booking(raw, settings)) : List.of());
    }

    /** How far it has come, by its status. */
    public Standing standing() {
        return switch (status) {
            case 6 -> Standing.SETTLED;
            case 1, 3, 5 -> Standing.REFUSED;
            default -> Standing.PENDING;
        };
    }

    private Booking booking(RawRef raw, LedgerSettings settings) {
        boolean atCompletion = settings.withdrawalDebit() == WithdrawalDebit.AT_COMPLETION;
        return new Booking(
                accountId,
                SOURCE,
                id,
                "debit",
                atCompletion ? completeTime.orElse(applyTime) : applyTime,
                atCompletion && completeTime.isEmpty(),
                Optional.empty(),
                raw,
                legs(settings));
    }

    private List<Leg> legs(LedgerSettings settings) {
        BigDecimal sent =
                settings.withdrawalAmount() == WithdrawalAmount.GROSS ? amount.subtract(transactionFee) : amount;
        TransferDetails details = new TransferDetails(address, network, txId);
        Leg withdrawn =
                new TransferLeg(TransferLeg.Type.TRANSFER_OUT, "withdrawal", wallet, coin, sent.negate(), details);
        Leg fee = TransferLeg.fee("withdrawal_fee", wallet, coin, transactionFee.negate(), details);
        return transactionFee.signum() == 0
                ? List.of(withdrawn)
                : Stream.of(withdrawn, fee).toList();
    }
}
