package recon.simulator.world;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A transfer between two accounts of the firm.
 *
 * @param tranId its number in the master's view
 * @param ownTranId its number in a sub-account's own view
 * @param from uid of the account that gives
 * @param to uid of the account that receives
 * @param asset what moves
 * @param amount positive
 * @param time epoch ms of the exchange's clock
 * @param success false: nothing moved
 * @param clientTranId the customer's own id, if given
 * @param fromWallet the wallet that gives
 * @param toWallet the wallet that receives
 */
public record TransferRow(
        long tranId,
        long ownTranId,
        String from,
        String to,
        String asset,
        BigDecimal amount,
        long time,
        boolean success,
        Optional<String> clientTranId,
        String fromWallet,
        String toWallet) {}
