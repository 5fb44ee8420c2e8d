package recon.simulator.http;

import java.util.List;
import recon.simulator.draw.Draw;
import recon.simulator.market.Contract;

/**
 * On what terms an account trades a contract. They do not change.
 *
 * @param leverage how many dollars of a position one dollar of margin carries
 * @param isolated whether the margin is the position's alone
 */
record ContractTerms(int leverage, boolean isolated) {
    static ContractTerms of(String uid, Contract contract) {
        Draw draw = Draw.of(Long.parseLong(uid), "terms " + contract.symbol());
        return new ContractTerms(draw.pick(List.of(1, 3, 5, 10, 20)), draw.chance(25));
    }
}
