package recon.cloud.account;

import static java.util.Objects.requireNonNull;

/**
 * One account of the exchange.
 *
 * @param uid the exchange's uid
 * @param email what people see in reports
 * @param main whether it is the main account
 * @param credentials where its read-only key lies
 */
public record ConfiguredAccount(String uid, String email, boolean main, CredentialsReference credentials) {
    public ConfiguredAccount {
        requireNonNull(uid, "uid is null");
        requireNonNull(email, "email is null");
        requireNonNull(credentials, "credentials is null");
        if (!uid.matches("[0-9]{1,20}")) {
            throw new IllegalArgumentException("uid is not a number: " + uid);
        }
        if (email.isBlank()) {
            throw new IllegalArgumentException("email is empty");
        }
    }
}
