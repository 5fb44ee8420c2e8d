package recon.resync.futures;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import recon.storage.position.SyncState;

/**
 * How things stand with the trade entries of an account.
 *
 * @param account its uid
 * @param generation the one that counts; 0 before the first sync
 * @param syncedAt when the collection was told of that they know, UTC; empty before the first sync
 * @param completeSince from when on the history is complete, as far as the archive reaches, UTC; empty where nobody knows
 * @param entries how many there are
 * @param needsResync how many of them are in doubt
 * @param stale whether they are too old to go by, as {@link recon.storage.position.SyncPointer#stale} says
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AccountStatus(
        String account,
        long generation,
        Optional<Instant> syncedAt,
        Optional<Instant> completeSince,
        long entries,
        long needsResync,
        boolean stale) {
    public AccountStatus {
        requireNonNull(account, "account is null");
        requireNonNull(syncedAt, "syncedAt is null");
        requireNonNull(completeSince, "completeSince is null");
    }

    /** What is kept of an account, as it looks now. */
    static AccountStatus of(SyncState state, Instant now) {
        return new AccountStatus(
                state.accountId(),
                state.pointer().generation(),
                state.pointer().syncedAt(),
                state.pointer().completeSince(),
                state.entries(),
                state.needsResync(),
                state.pointer().stale(now));
    }
}
