package recon.reconcile.close;

import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.ledger.Wallet;

/** Which of the sources that could not be collected may explain a variance of a wallet. */
final class Gaps {
    private static final String FUTURES = "FUTURES";
    private static final String FUNDING = "FUNDING";
    private static final String LENDING = "lending";
    private static final String SPOT = "SPOT";

    /** The sources that concern some wallets only; every other source may concern any. */
    private static final Map<String, Set<String>> CONCERNED = Map.ofEntries(
            Map.entry("spot-account", Set.of(SPOT)),
            Map.entry("spot-trades", Set.of(SPOT)),
            Map.entry("sor-allocations", Set.of(SPOT)),
            Map.entry("funding-account", Set.of(FUNDING)),
            Map.entry("futures-account", Set.of(FUTURES)),
            Map.entry("futures-income", Set.of(FUTURES)),
            Map.entry("margin-account", Set.of(LENDING)),
            Map.entry("isolated-account", Set.of(LENDING)),
            Map.entry("margin-trades", Set.of(LENDING)),
            Map.entry("margin-interest", Set.of(LENDING)),
            Map.entry("borrow-repay", Set.of(LENDING)),
            Map.entry("capital-flow", Set.of(LENDING)));

    private Gaps() {}

    static List<String> of(Wallet wallet, List<String> missing) {
        String kind = wallet.lends() ? LENDING : wallet.name();
        return missing.stream()
                .filter(source -> CONCERNED.getOrDefault(source, Set.of(kind)).contains(kind))
                .toList();
    }
}
