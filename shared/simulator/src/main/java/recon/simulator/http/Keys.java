package recon.simulator.http;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import recon.simulator.KeyType;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatedKey;

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
    private final Map<String, SimulatedKey> keys = new HashMap<>();
    private final Map<String, PublicKey> uploaded = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Boolean>> rights = new HashMap<>();

    /** Every account's keys can only read. */
    public Keys(List<SimulatedAccount> accounts) {
        for (SimulatedAccount account : accounts) {
            account.keys().forEach(key -> register(account, key));
        }
    }

    private void register(SimulatedAccount account, SimulatedKey key) {
        owners.put(key.apiKey(), account);
        keys.put(key.apiKey(), key);
        Map<String, Boolean> readOnly = new LinkedHashMap<>();
        RIGHTS.forEach(right -> readOnly.put(right, right.equals(READING) || right.equals("ipRestrict")));
        rights.put(key.apiKey(), readOnly);
    }

    /** Gives a right to a key, or takes it away; named as {@code apiRestrictions} names it. */
    public synchronized void setRight(String apiKey, String right, boolean value) {
        Map<String, Boolean> own = rights.get(apiKey);
        if (own == null || !own.containsKey(right)) {
            throw new IllegalArgumentException("no such key or right: " + right);
        }
        own.put(right, value);
    }

    synchronized Optional<SimulatedAccount> owner(String apiKey) {
        return Optional.ofNullable(owners.get(apiKey));
    }

    /** The key is no longer known, to anybody. */
    public synchronized void revoke(String apiKey) {
        owners.remove(apiKey);
        rights.remove(apiKey);
    }

    /** The type of a key that is known. */
    synchronized Optional<KeyType> type(String apiKey) {
        return Optional.ofNullable(keys.get(apiKey)).map(SimulatedKey::type);
    }

    /** Whether a signature was made with what belongs to the key. */
    boolean signed(String apiKey, String payload, String signature) {
        return Optional.ofNullable(keys.get(apiKey))
                .filter(key -> switch (key.type()) {
                    case HMAC -> Signature.matches(key.secret(), payload, signature);
                    case RSA -> Signature.matches("SHA256withRSA", uploaded(key, PublicHalf::rsa), payload, signature);
                    case ED25519 ->
                        Signature.matches("Ed25519", uploaded(key, PublicHalf::ed25519), payload, signature);
                })
                .isPresent();
    }

    private PublicKey uploaded(SimulatedKey key, Function<SimulatedKey, PublicKey> half) {
        return uploaded.computeIfAbsent(key.apiKey(), _ -> half.apply(key));
    }

    /** All rights of a key, in the order of the answer. */
    synchronized Map<String, Boolean> rights(String apiKey) {
        return new LinkedHashMap<>(rights.getOrDefault(apiKey, Map.of()));
    }
}
