package recon.storage.position;

import static java.util.Objects.requireNonNull;

/**
 * The right to change the entries of an account. Whoever takes it later ends it for who had it before.
 *
 * @param accountId whose entries
 * @param number counts the takers; also the number of the generation that this one may build
 * @param pointer what counts, which nobody else changes now
 */
public record SyncFence(String accountId, long number, SyncPointer pointer) {
    public SyncFence {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(pointer, "pointer is null");
    }
}
