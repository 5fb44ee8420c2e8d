package recon.simulator.http;

import java.util.Optional;
import recon.simulator.SimulatedAccount;
import recon.simulator.market.Contract;
import recon.simulator.market.Symbol;
import recon.simulator.world.ContractHistory;
import recon.simulator.world.World;

/**
 * A request that passed the gate.
 *
 * @param now the exchange's clock, epoch ms
 * @param parameters the query
 * @param host where the caller found the exchange
 * @param apiKey the key it came with; empty if none
 * @param caller owner of the key; present whenever the endpoint is not open to all
 * @param world what the answer is read from
 */
record Asked(
        long now, Parameters parameters, String host, String apiKey, Optional<SimulatedAccount> caller, World world) {
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

    /** The contract asked for, which must be given. */
    Contract contract() throws Refusal {
        return contract(parameters.mandatory("symbol"));
    }

    /** The contract asked for, if any. */
    Optional<Contract> anyContract() throws Refusal {
        return parameters.has("symbol") ? Optional.of(contract()) : Optional.empty();
    }

    private static Contract contract(String name) throws Refusal {
        return Contract.named(name).orElseThrow(() -> Refusal.of(-1121, "Invalid symbol."));
    }

    /** The caller's rows in contracts. */
    ContractHistory contracts() {
        return world.historyUntil(now).contracts();
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
