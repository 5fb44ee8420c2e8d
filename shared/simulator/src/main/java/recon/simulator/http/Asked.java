package recon.simulator.http;

import java.util.Optional;
import recon.simulator.SimulatedAccount;
import recon.simulator.market.Symbol;
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

    /** The pair asked for, which must be given. */
    Symbol symbol() throws Refusal {
        return symbol(parameters.mandatory("symbol"));
    }

    /** The pair of that name. */
    Symbol symbol(String name) throws Refusal {
        return world.market().symbol(name).orElseThrow(() -> Refusal.of(-1121, "Invalid symbol."));
    }

    /** The account of an address that a parameter named. */
    String uid(String email, String parameter) throws Refusal {
        return world.accounts().stream()
                .filter(account -> account.email().equals(email))
                .map(SimulatedAccount::uid)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(parameter));
    }

    /** The address of an account. */
    String email(String uid) {
        return world.accounts().stream()
                .filter(account -> account.uid().equals(uid))
                .map(SimulatedAccount::email)
                .findFirst()
                .orElseThrow();
    }

    /** The pair of the isolated margin wallet asked for; empty for cross margin. */
    String isolatedPair() throws Refusal {
        return parameters.has("isolatedSymbol")
                ? symbol(parameters.mandatory("isolatedSymbol")).name()
                : "";
    }
}
