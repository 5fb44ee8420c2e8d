package recon.storage.balance;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import recon.ledger.Wallet;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.balance.DailyBalance;
import recon.storage.StorageException;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Restoration;
import recon.storage.item.Table;
import recon.storage.schema.Schema;

/** What wallets held when we looked, and how each closed day came out. */
public final class BalanceTable {
    private final Table table;
    private final Batches batches;
    private final DayBook days;
    private final Restoration restoration;

    public BalanceTable(AwsClients clients, AwsSettings settings) {
        this.table = new Table(clients.dynamodb(), settings.table(Schema.BALANCES));
        this.batches = new Batches(table);
        this.days = new DayBook(table);
        this.restoration = new Restoration(table);
    }

    /** Keeps a capture. Its header is written last: a capture that was cut is never seen. */
    public void capture(BalanceCapture capture) {
        List<Item> first = new ArrayList<>(CaptureItems.assets(capture));
        first.add(CaptureItems.wallet(capture));
        batches.put(first);
        table.put(CaptureItems.header(capture));
    }

    /** Every wallet of the account that was ever captured, by name. */
    public List<Wallet> wallets(String accountId) {
        return table.query(CaptureItems.wallets(accountId)).stream()
                .map(item -> new Wallet(item.sort()))
                .toList();
    }

    /**
     * Keeps captures where they are missing or were kept otherwise.
     *
     * @return how many items of them were: one is the capture's own, the others are its assets
     */
    public int restoreCapture(BalanceCapture capture) {
        Item header = CaptureItems.header(capture);
        List<Item> assets = CaptureItems.assets(capture);
        Set<Item> there = Set.copyOf(table.query(CaptureItems.assets(header)).list());
        List<Item> missing =
                assets.stream().filter(item -> !there.contains(item)).toList();
        batches.put(missing);
        return missing.size() + restoration.rows(List.of(header));
    }

    /**
     * Keeps what the exchange wrote down of ends of days where that is missing or was kept otherwise, and was not read
     * again later.
     *
     * @return how many rows were
     */
    public int restoreSnapshots(Collection<BalanceSnapshot> snapshots) {
        return restoration.readings(snapshots.stream().map(SnapshotItems::write).toList());
    }

    /**
     * The capture that closes a day: the first complete one received in the 24 hours after its end, on the exchange's
     * clock. An isolated margin pair that a capture of all pairs does not name held nothing then.
     */
    public Optional<BalanceCapture> firstCapture(String accountId, Wallet wallet, LocalDate closedDay) {
        Optional<BalanceCapture> own = first(accountId, wallet, closedDay);
        return own.isPresent() || wallet.pair().isEmpty()
                ? own
                : first(accountId, Wallet.ISOLATED_MARGIN, closedDay).map(all -> all.nothingIn(wallet));
    }

    private Optional<BalanceCapture> first(String accountId, Wallet wallet, LocalDate closedDay) {
        Instant midnight = closedDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant last = closedDay.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        return table.query(CaptureItems.headers(accountId, wallet))
                .between(CaptureItems.from(midnight), CaptureItems.from(last))
                .first()
                .map(this::whole)
                .filter(c -> c.receivedAt().isBefore(last));
    }

    /** Keeps what the exchange wrote down of ends of days; a row read again takes the place of the earlier reading. */
    public void snapshots(Collection<BalanceSnapshot> snapshots) {
        batches.put(snapshots.stream().map(SnapshotItems::write).toList());
    }

    /** What the exchange wrote down of the end of a day, if it was there when it was last asked. */
    public Optional<BalanceSnapshot> snapshot(String accountId, Wallet wallet, LocalDate date) {
        return table.get(Table.key(SnapshotItems.partition(accountId, wallet), SnapshotItems.sort(date)))
                .map(SnapshotItems::read);
    }

    /**
     * The outcome of closed days. The rows given replace all rows of the same account, wallet and day: an asset that is
     * no longer among them disappears, and readers see either all old rows or all new ones.
     */
    public void closed(Collection<DailyBalance> rows) {
        Map<WalletDay, List<DailyBalance>> days =
                rows.stream().collect(Collectors.groupingBy(r -> new WalletDay(r.accountId(), r.wallet(), r.date())));
        days.forEach((day, all) -> closed(day.accountId(), day.wallet(), day.date(), all));
    }

    /** As {@link #closed(Collection)} for one wallet, of which there may be no rows at all. */
    public void closed(String accountId, Wallet wallet, LocalDate date, List<DailyBalance> rows) {
        WalletDay day = new WalletDay(accountId, wallet, date);
        if (!rows.stream().allMatch(r -> day.equals(new WalletDay(r.accountId(), r.wallet(), r.date())))) {
            throw new IllegalArgumentException("rows of another account, wallet or day than " + day);
        }
        days.replace(accountId, wallet, date, rows);
    }

    /** All wallets of the account on that day, ordered by wallet and asset; none if it is not closed yet. */
    public List<DailyBalance> daily(String accountId, LocalDate date) {
        return days.read(accountId, date);
    }

    /**
     * One wallet of the account on that day, ordered by asset; empty if the day is not closed yet. An isolated margin
     * pair that did not exist yet held nothing on a day that was closed for all pairs.
     */
    public Optional<List<DailyBalance>> dailyOf(String accountId, Wallet wallet, LocalDate date) {
        Optional<List<DailyBalance>> own = days.read(accountId, wallet, date);
        return own.isPresent() || wallet.pair().isEmpty()
                ? own
                : days.read(accountId, Wallet.ISOLATED_MARGIN, date).map(all -> List.of());
    }

    private BalanceCapture whole(Item header) {
        List<Item> assets = table.query(CaptureItems.assets(header)).list();
        if (assets.size() != header.count("assets")) {
            throw new StorageException.Malformed(
                    "capture " + header.sort(),
                    "its header promises " + header.count("assets") + " assets, there are " + assets.size());
        }
        return CaptureItems.read(header, assets);
    }

    private record WalletDay(String accountId, Wallet wallet, LocalDate date) {
        private WalletDay {
            requireNonNull(accountId, "accountId is null");
            requireNonNull(wallet, "wallet is null");
            requireNonNull(date, "date is null");
        }
    }
}
