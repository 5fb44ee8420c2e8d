package recon.simulator;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One account of the exchange with its read-only keys.
 *
 * @param uid the exchange's id of the account, digits only
 * @param email the address under which transfers name it
 * @param main true for the master account, false for a sub-account
 * @param keys at most one of each type, among them one of HMAC; all stand for the same account
 */
public record SimulatedAccount(String uid, String email, boolean main, List<SimulatedKey> keys) {
    public SimulatedAccount {
        requireNonNull(uid, "uid is null");
        requireNonNull(email, "email is null");
        keys = List.copyOf(keys);
        if (keys.stream().map(SimulatedKey::type).distinct().count() != keys.size()) {
            throw new IllegalArgumentException("an account has at most one key of a type");
        }
        if (keys.stream().noneMatch(key -> key.type() == KeyType.HMAC)) {
            throw new IllegalArgumentException("an account has a key of HMAC");
        }
    }

    /** An account with a key of HMAC alone. */
    public SimulatedAccount(String uid, String email, String apiKey, String apiSecret, boolean main) {
        this(uid, email, main, List.of(new SimulatedKey(KeyType.HMAC, apiKey, apiSecret)));
    }

    /** The key of a type. */
    public SimulatedKey key(KeyType type) {
        return keys.stream()
                .filter(key -> key.type() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the account has no key of " + type));
    }

    /** Value of the header {@code X-MBX-APIKEY} for the key of HMAC. */
    public String apiKey() {
        return key(KeyType.HMAC).apiKey();
    }

    /** HMAC secret of {@link #apiKey()}. */
    public String apiSecret() {
        return key(KeyType.HMAC).secret();
    }

    /** Names the account without its keys. */
    @Override
    public String toString() {
        return "SimulatedAccount[uid=" + uid + ", email=" + email + ", main=" + main + "]";
    }
}
