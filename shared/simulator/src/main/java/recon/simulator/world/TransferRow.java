package recon.simulator.world;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A transfer between two accounts of the firm, from spot wallet to spot wallet.
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
        Optional<String> clientTranId) {}
