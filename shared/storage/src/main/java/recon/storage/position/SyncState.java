package recon.storage.position;

import static java.util.Objects.requireNonNull;

/**
 * How things stand with the entries of an account, all of one sync.
 *
 * @param accountId whose entries
 * @param pointer which, and how old
 * @param entries how many there are; what was put aside is none
 * @param needsResync how many of them are in doubt
 */
public record SyncState(String accountId, SyncPointer pointer, long entries, long needsResync) {
    public SyncState {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(pointer, "pointer is null");
    }
}
