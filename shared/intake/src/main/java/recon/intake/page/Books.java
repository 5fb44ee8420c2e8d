package recon.intake.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.entry.Booking;
import recon.ledger.entry.IncomeLeg;
import recon.ledger.entry.Leg;
import recon.ledger.row.Amended;
import recon.ledger.row.Captured;
import recon.ledger.row.ContractUsed;
import recon.ledger.row.ContractsListed;
import recon.ledger.row.Final;
import recon.ledger.row.Grouped;
import recon.ledger.row.Listed;
import recon.ledger.row.Observation;
import recon.ledger.row.Priced;
import recon.ledger.row.Remarked;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Sighted;
import recon.ledger.row.Snapshotted;
import recon.ledger.row.WitnessRow;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;

/** Writes what a page tells. Writing it twice changes nothing. */
public final class Books {
    private final LedgerTable ledger;
    private final BalanceTable balances;
    private final Registry registry;
    /** What the registry is known to have: most pages show nothing that is new. */
    private final Set<Noted> noted = new HashSet<>();

    public Books(LedgerTable ledger, BalanceTable balances, Registry registry) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.balances = requireNonNull(balances, "balances is null");
        this.registry = requireNonNull(registry, "registry is null");
    }

    /** Books a page, and remembers the assets and the contracts that it shows in each account. */
    public void write(List<Observation> page, Instant seenAt) {
        Sorted sorted = Sorted.of(page);
        sorted.captures().forEach(balances::capture);
        sorted.listings().forEach(registry::listed);
        sorted.contracts().forEach(registry::listed);
        sorted.remarks().forEach(remark -> registry.put(error(remark, seenAt)));
        sorted.groups().forEach(grouped -> registry.grouped(grouped.accountId()));
        ledger.record(sorted.rows());
        ledger.book(sorted.bookings());
        ledger.witness(sorted.witnesses());
        balances.snapshots(sorted.snapshots());
        registry.priced(sorted.prices());
        remember(page, seenAt);
    }

    /**
     * Books a page that was read from the archive again: only what is missing in the books or stands there otherwise is
     * written, and what was read later stays.
     *
     * @return how many entries were missing or stood otherwise; a listing counts for nothing
     */
    public int restore(List<Observation> page, Instant seenAt) {
        Sorted sorted = Sorted.of(page);
        sorted.listings().forEach(registry::listed);
        sorted.contracts().forEach(registry::listed);
        sorted.remarks().forEach(remark -> registry.put(error(remark, seenAt)));
        sorted.groups().forEach(grouped -> registry.grouped(grouped.accountId()));
        int changed =
                sorted.captures().stream().mapToInt(balances::restoreCapture).sum();
        changed += ledger.restoreRows(sorted.rows());
        changed += ledger.restore(sorted.bookings());
        changed += ledger.restoreWitnesses(sorted.witnesses());
        changed += balances.restoreSnapshots(sorted.snapshots());
        changed += registry.restorePrices(sorted.prices());
        remember(page, seenAt);
        return changed;
    }

    private void remember(List<Observation> page, Instant seenAt) {
        page.stream()
                .flatMap(Books::assets)
                .filter(seen -> !noted.contains(seen))
                .collect(Collectors.groupingBy(
                        SeenAsset::accountId, Collectors.mapping(SeenAsset::asset, Collectors.toSet())))
                .forEach((accountId, assets) -> {
                    registry.seen(accountId, assets, seenAt);
                    note(accountId, assets);
                });
        page.stream()
                .flatMap(Books::contracts)
                .filter(used -> !noted.contains(used))
                .distinct()
                .collect(Collectors.groupingBy(
                        UsedContract::accountId, Collectors.mapping(UsedContract::name, Collectors.toSet())))
                .forEach((accountId, names) -> {
                    registry.used(accountId, names, seenAt);
                    names.forEach(name -> noted.add(new UsedContract(accountId, name)));
                });
    }

    /** The wallets of an account that were ever captured. */
    public List<Wallet> wallets(String accountId) {
        return balances.wallets(accountId);
    }

    /** The registry has these already; they need not be told again while this message is worked on. */
    public void note(String accountId, Set<String> assets) {
        assets.forEach(asset -> noted.add(new SeenAsset(accountId, asset)));
    }

    /** The assets that a page shows in one account. */
    public static Set<String> assets(List<Observation> page, String accountId) {
        return page.stream()
                .flatMap(Books::assets)
                .filter(seen -> seen.accountId().equals(accountId))
                .map(SeenAsset::asset)
                .collect(Collectors.toSet());
    }

    private static Stream<SeenAsset> assets(Observation observation) {
        return switch (observation) {
            case Final(Booking booking) -> assets(booking);
            case RowSeen row -> row.bookings().stream().flatMap(Books::assets);
            case WitnessRow row -> Stream.of(new SeenAsset(row.accountId(), row.asset()));
            case Captured(var capture) -> assets(capture.accountId(), held(capture.balances()));
            case Snapshotted(var snapshot) -> assets(snapshot.accountId(), snapshot.balances());
            case Sighted sighted ->
                Stream.of(sighted.baseAsset(), sighted.quoteAsset())
                        .map(asset -> new SeenAsset(sighted.order().order().account(), asset));
            case Listed listed -> Stream.empty();
            case ContractsListed listed -> Stream.empty();
            case ContractUsed used -> Stream.empty();
            case Remarked remark -> Stream.empty();
            case Priced priced -> Stream.empty();
            case Amended amended -> Stream.empty();
            case Grouped grouped -> Stream.empty();
        };
    }

    private static ReconciliationError error(Remarked remark, Instant seenAt) {
        return new ReconciliationError(
                remark.kind() + "/" + remark.subject(),
                seenAt,
                remark.accountId(),
                remark.kind(),
                "",
                remark.message(),
                remark.raw().key(),
                true,
                Optional.empty(),
                "");
    }

    private static Stream<SeenAsset> assets(Booking booking) {
        return booking.legs().stream().map(Leg::asset).map(asset -> new SeenAsset(booking.accountId(), asset));
    }

    /** Margin and futures wallets also name what they do not hold: it brings no candidates. */
    private static List<AssetBalance> held(List<AssetBalance> balances) {
        return balances.stream()
                .filter(b -> Stream.of(b.total(), b.loan(), b.interest(), b.unrealisedPnl())
                        .anyMatch(amount -> amount.signum() != 0))
                .toList();
    }

    private static Stream<SeenAsset> assets(String accountId, List<AssetBalance> balances) {
        return balances.stream().map(AssetBalance::asset).map(asset -> new SeenAsset(accountId, asset));
    }

    /** Contracts that something waits or is held in, and those that moved the futures wallet. */
    private static Stream<UsedContract> contracts(Observation observation) {
        return switch (observation) {
            case ContractUsed(String accountId, String contract) -> Stream.of(new UsedContract(accountId, contract));
            case Final(Booking booking) ->
                booking.legs().stream()
                        .flatMap(leg -> leg instanceof IncomeLeg income ? Stream.of(income.symbol()) : Stream.of())
                        .filter(symbol -> !symbol.isEmpty())
                        .map(symbol -> new UsedContract(booking.accountId(), symbol));
            default -> Stream.of();
        };
    }

    private sealed interface Noted {}

    private record SeenAsset(String accountId, String asset) implements Noted {}

    private record UsedContract(String accountId, String name) implements Noted {}
}
