package recon.storage.registry;

import static java.util.Objects.requireNonNull;

/**
 * A source that the exchange does not let an account read, although its key is good. It is not asked again as long as the
 * error that names it is open.
 *
 * @param accountId the account
 * @param source the source
 * @param errorId the reconciliation error that tells a person
 */
public record RefusedSource(String accountId, String source, String errorId) {
    public RefusedSource {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(source, "source is null");
        requireNonNull(errorId, "errorId is null");
    }
}
