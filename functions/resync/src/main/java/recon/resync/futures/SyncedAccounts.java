package recon.resync.futures;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import recon.ledger.booking.FuturesIncome;
import recon.storage.archive.ArchiveIndex;
import recon.storage.item.Lanes;
import recon.storage.position.EntryTable;

/** Whose trade entries are kept, and how old they are. */
public final class SyncedAccounts {
    private final ArchiveIndex index;
    private final EntryTable entries;
    private final InstantSource clock;

    /** @param index says of whom there is anything: the table of entries has no list of accounts */
    public SyncedAccounts(ArchiveIndex index, EntryTable entries, InstantSource clock) {
        this.index = requireNonNull(index, "index is null");
        this.entries = requireNonNull(entries, "entries is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The uids of all accounts whose futures were ever read; those without a futures wallet are not among them. */
    List<String> all() {
        return index.accounts(FuturesIncome.SOURCE);
    }

    /**
     * How things stand with each account, one that was never synced included.
     *
     * @param accounts their uids; empty for all
     */
    public List<AccountStatus> status(List<String> accounts) {
        Instant now = clock.instant();
        List<String> wanted = accounts.isEmpty() ? all() : accounts;
        return Lanes.all(wanted.stream()
                .map(uid -> (Callable<AccountStatus>) () -> AccountStatus.of(entries.state(uid), now))
                .toList());
    }
}
