package recon.stream.connection;

import static java.util.Objects.requireNonNull;

import recon.binance.client.Credentials;

/**
 * An account whose events are captured.
 *
 * @param uid the exchange's uid
 * @param credentials its own read-only key, of any type
 */
public record StreamAccount(String uid, Credentials credentials) {
    public StreamAccount {
        requireNonNull(uid, "uid is null");
        requireNonNull(credentials, "credentials is null");
    }
}
