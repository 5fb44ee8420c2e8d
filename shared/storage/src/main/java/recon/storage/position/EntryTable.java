package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.Annotations;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Item;
import recon.storage.item.Query;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.schema.Schema;

/**
 * The trade entries of accounts. Readers go through the pointer: they find what one sync left, never what another one is
 * about to build. Syncs of an account queue behind its fence.
 */
public final class EntryTable {
    private final Table table;
    private final AnnotationTable annotations;
    private final InstantSource clock;

    /** @param clock says whether a fence has ended */
    public EntryTable(AwsClients clients, AwsSettings settings, InstantSource clock) {
        this.table = new Table(clients.dynamodb(), settings.table(Schema.POSITIONS));
        this.annotations = new AnnotationTable(clients, settings);
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The pointer of an account. */
    public SyncPointer pointer(String accountId) {
        return table.get(PointerItems.key(accountId)).map(PointerItems::read).orElse(SyncPointer.NONE);
    }

    /** The entries that count, with what was written about them. */
    public AccountEntries read(String accountId) {
        return settled(
                accountId, pointer -> joined(pointer, items(accountId, pointer).list(), annotations.all(accountId)));
    }

    /** How old the entries that count are, and how many there are of them. */
    public SyncState state(String accountId) {
        return settled(accountId, pointer -> {
            Map<Boolean, Long> inDoubt = items(accountId, pointer).stream()
                    .filter(item -> !EntryItems.deleted(item))
                    .collect(Collectors.partitioningBy(EntryItems::needsResync, Collectors.counting()));
            long doubtful = inDoubt.getOrDefault(true, 0L);
            return new SyncState(accountId, pointer, inDoubt.getOrDefault(false, 0L) + doubtful, doubtful);
        });
    }

    /** Before the first sync there is nothing in the generation 0. */
    private Query items(String accountId, SyncPointer pointer) {
        return table.query(EntryItems.partition(accountId, pointer.generation()));
    }

    /** What is read of one state: another sync in between may have put a part of it aside. */
    private <T> T settled(String accountId, Function<SyncPointer, T> reading) {
        return Retry.until("reading the entries of account " + accountId, () -> {
            SyncPointer before = pointer(accountId);
            T read = reading.apply(before);
            return pointer(accountId).revision() == before.revision() ? Optional.of(read) : Optional.empty();
        });
    }

    private static AccountEntries joined(
            SyncPointer pointer, List<Item> items, Map<AnnotationKey, Annotations> written) {
        List<StoredEntry> entries = items.stream()
                .filter(item -> !EntryItems.deleted(item))
                .map(item -> EntryItems.read(item, written.getOrDefault(EntryItems.key(item), Annotations.NONE)))
                .toList();
        Set<AnnotationKey> orphans = new HashSet<>(written.keySet());
        entries.forEach(entry -> orphans.remove(entry.key()));
        return new AccountEntries(
                pointer, entries, orphans.stream().sorted(AnnotationItems.ORDER).toList());
    }

    /**
     * Takes the fence of an account.
     *
     * @param owner who wants it; whoever has it may take it again, if he was cut
     * @param until when it ends if nobody releases it
     * @return empty if somebody else has it
     */
    public Optional<SyncFence> take(String accountId, String owner, Instant until) {
        return table.update(PointerItems.key(accountId), PointerItems.take(owner, clock.instant(), until))
                .map(item -> PointerItems.fence(accountId, item));
    }

    /** Gives the fence back without a sync. */
    public void release(SyncFence fence) {
        table.update(PointerItems.key(fence.accountId()), PointerItems.release(fence));
    }

    /**
     * Makes these the entries of the account, and gives the fence back. What is the same stays as it is; what is no
     * longer among them is put aside. A few changes are one transaction; many, and those of a first sync, a generation
     * beside the old one.
     *
     * @param at what is created or changed is stamped with it
     * @return empty if the fence was lost: nothing has changed for readers then
     */
    public Optional<Synced> sync(SyncFence fence, List<SyncedTrade> trades, SyncScope scope, Instant at) {
        return new EntrySync(table, fence, at).of(trades, scope);
    }
}
