package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import recon.ledger.RawRef;

/**
 * Something that a person has to look at, although it is no error of the exchange: it becomes a reconciliation error.
 * The same remark is made once, however often it is met.
 *
 * @param accountId the account it is about
 * @param kind what it is, for instance {@code WALLET_NOT_COLLECTED}
 * @param subject what it is about, for instance the name of a wallet
 * @param message for people; it holds no amounts
 * @param raw the row it was derived from
 */
public record Remarked(String accountId, String kind, String subject, String message, RawRef raw)
        implements Observation {
    public Remarked {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(message, "message is null");
        requireNonNull(raw, "raw is null");
    }
}
