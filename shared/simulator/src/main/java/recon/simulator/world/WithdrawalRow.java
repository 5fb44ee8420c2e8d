package recon.simulator.world;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A withdrawal and all that will become of it. Instants are epoch ms of the exchange's clock.
 *
 * @param id the exchange's id
 * @param coin the asset
 * @param amount as the exchange shows it, positive
 * @param fee as the exchange shows it, positive, in {@code coin}
 * @param debit by how much free + locked falls in the end: amount, with or without the fee
 * @param network chain; absent in some rows
 * @param address where to
 * @param txId transaction, shown once completed
 * @param withdrawOrderId the customer's own id, if given
 * @param applyTime when it was asked for; a whole second
 * @param processedAt when the exchange began to send it
 * @param decidedAt when it was completed (a whole second) or refused
 * @param refused whether it ends refused
 */
public record WithdrawalRow(
        String id,
        String coin,
        BigDecimal amount,
        BigDecimal fee,
        BigDecimal debit,
        Optional<String> network,
        String address,
        String txId,
        Optional<String> withdrawOrderId,
        long applyTime,
        long processedAt,
        long decidedAt,
        boolean refused) {
    private static final int AWAITING_APPROVAL = 2;
    private static final int REJECTED = 3;
    private static final int PROCESSING = 4;
    private static final int COMPLETED = 6;

    /** The status code shown at an instant. */
    public int status(long now) {
        if (now < decidedAt) {
            return now < processedAt ? AWAITING_APPROVAL : PROCESSING;
        }
        return refused ? REJECTED : COMPLETED;
    }

    /** Whether it is neither completed nor refused at an instant. */
    public boolean pending(long now) {
        return applyTime <= now && now < decidedAt;
    }
}
