package recon.simulator;

import static java.util.Objects.requireNonNull;

/**
 * One account of the exchange with its read-only key.
 *
 * @param uid the exchange's id of the account, digits only
 * @param email the address under which transfers name it
 * @param apiKey value of the header {@code X-MBX-APIKEY}
 * @param apiSecret HMAC secret of the key
 * @param main true for the master account, false for a sub-account
 */
public record SimulatedAccount(String uid, String email, String apiKey, String apiSecret, boolean main) {
    public SimulatedAccount {
        requireNonNull(uid, "uid is null");
        requireNonNull(email, "email is null");
        requireNonNull(apiKey, "apiKey is null");
        requireNonNull(apiSecret, "apiSecret is null");
    }

    /** Names the account without its secret. */
    @Override
    public String toString() {
        return "SimulatedAccount[uid=" + uid + ", email=" + email + ", main=" + main + "]";
    }
}
