package recon.simulator.http;

import java.util.Optional;
import recon.simulator.SimulatedAccount;
import recon.simulator.world.World;

/**
 * A request that passed the gate.
 *
 * @param now the exchange's clock, epoch ms
 * @param parameters the query
 * @param apiKey the key it came with; empty if none
 * @param caller owner of the key; present whenever the endpoint is not open to all
 * @param world what the answer is read from
 */
record Asked(long now, Parameters parameters, String apiKey, Optional<SimulatedAccount> caller, World world) {
    SimulatedAccount account() {
        return caller.orElseThrow(() -> new IllegalStateException("the gate let a request without a key through"));
    }
}
