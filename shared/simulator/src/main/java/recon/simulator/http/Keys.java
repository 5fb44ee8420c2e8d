package recon.simulator.http;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.simulator.SimulatedAccount;

/** Who owns which key, and what the key may do. */
public final class Keys {
    static final String READING = "enableReading";
    private static final List<String> RIGHTS = List.of(
            "ipRestrict",
            READING,
            "enableWithdrawals",
            "enableInternalTransfer",
            "enableMargin",
            "enableFutures",
            "permitsUniversalTransfer",
            "enableVanillaOptions",
            "enableFixApiTrade",
            "enableFixReadOnly",
            "enableSpotAndMarginTrading",
            "enablePortfolioMarginTrading");

    private final Map<String, SimulatedAccount> owners = new HashMap<>();
    private final Map<String, Map<String, Boolean>> rights = new HashMap<>();

    /** Every account has one key that can only read. */
    public Keys(List<SimulatedAccount> accounts) {
        for (SimulatedAccount account : accounts) {
            owners.put(account.apiKey(), account);
            Map<String, Boolean> readOnly = new LinkedHashMap<>();
            RIGHTS.forEach(right -> readOnly.put(right, right.equals(READING) || right.equals("ipRestrict")));
            rights.put(account.apiKey(), readOnly);
        }
    }

    /** Gives a right to a key, or takes it away; named as {@code apiRestrictions} names it. */
    public synchronized void setRight(String apiKey, String right, boolean value) {
        Map<String, Boolean> own = rights.get(apiKey);
        if (own == null || !own.containsKey(right)) {
            throw new IllegalArgumentException("no such key or right: " + right);
        }
        own.put(right, value);
    }

    Optional<SimulatedAccount> owner(String apiKey) {
        return Optional.ofNullable(owners.get(apiKey));
    }

    /** All rights of a key, in the order of the answer. */
    synchronized Map<String, Boolean> rights(String apiKey) {
        return new LinkedHashMap<>(rights.getOrDefault(apiKey, Map.of()));
    }
}
