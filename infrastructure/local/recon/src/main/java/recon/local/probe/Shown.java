package recon.local.probe;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.binance.accountsnapshot.AccountSnapshot;
import recon.binance.deposits.Deposits;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.subtransfers.SubTransfers;
import recon.binance.universaltransfers.UniversalTransfers;
import recon.binance.withdrawals.Withdrawals;
import recon.collect.account.CollectedAccount;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.booking.Withdrawal;
import recon.ledger.entry.Booking;
import recon.ledger.row.Final;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Snapshotted;
import recon.ledger.row.Standing;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;

/** What the sources show of a stretch of time. */
final class Shown {
    /** How late a movement may show in a balance. */
    private static final Duration LATEST = Duration.ofMinutes(1);

    private final Period period;

    Shown(Period period) {
        this.period = requireNonNull(period, "period is null");
    }

    /** The spot balances at the end of each UTC day, by asset. */
    SortedMap<LocalDate, Map<String, BigDecimal>> ends(CollectedAccount account) {
        return period
                .walk(
                        AccountSnapshot.spot(period.json()),
                        account,
                        period.scope(account, List.of()),
                        (reply, page) -> snapshots(page))
                .stream()
                .collect(Collectors.toMap(BalanceSnapshot::date, Shown::held, (one, other) -> other, TreeMap::new));
    }

    /** The withdrawals from the spot wallet that were completed. */
    List<Sent> sent(CollectedAccount account) {
        Withdrawals source = new Withdrawals(period.json());
        Scope scope = period.scope(account, List.of());
        return period.walk(source, account, scope, (reply, page) -> source.withdrawals(reply, scope).stream()).stream()
                .filter(withdrawal ->
                        withdrawal.wallet().equals(Wallet.SPOT) && withdrawal.standing() == Standing.SETTLED)
                .flatMap(withdrawal -> withdrawal.completeTime().map(at -> sent(withdrawal, at)).stream())
                .toList();
    }

    /** The transfers of a sub-account as the main account sees them. */
    List<Moved> movedInMain(CollectedAccount main, CollectedAccount sub) {
        UniversalTransfers source = new UniversalTransfers(period.json());
        Scope scope = period.scope(main, List.of(sub));
        return period.walk(source, main, scope, (reply, page) -> source.transfers(reply, scope).stream()).stream()
                .map(transfer -> new Moved(
                        Long.toString(transfer.tranId()),
                        transfer.asset(),
                        transfer.amount(),
                        transfer.time().toEpochMilli()))
                .toList();
    }

    /** The same as the sub-account sees them. */
    List<Moved> movedInSub(CollectedAccount sub) {
        return period
                .walk(
                        new SubTransfers(period.json()),
                        sub,
                        period.scope(sub, List.of()),
                        (reply, page) -> witnesses(page))
                .stream()
                .map(row -> new Moved(
                        row.externalId(),
                        row.asset(),
                        row.amount().abs(),
                        row.time().toEpochMilli()))
                .toList();
    }

    /** What a source would make of the spot balances, for each value of a setting. */
    List<Debited> debited(Source source, CollectedAccount account, Map<String, LedgerSettings> values) {
        return values.entrySet().stream()
                .map(value -> new Debited(value.getKey(), moved(source, account, value.getValue())))
                .toList();
    }

    /** A day on which something moved in its last minute tells nothing: it may show in the next day's balance. */
    private SortedMap<LocalDate, Map<String, BigDecimal>> moved(
            Source source, CollectedAccount account, LedgerSettings settings) {
        TreeMap<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();
        Set<LocalDate> doubtful = new HashSet<>();
        List<Booking> bookings = period.walk(
                source, account, period.scope(account, List.of(), settings), (reply, page) -> bookings(page));
        for (Booking booking : bookings) {
            if (booking.time().plus(LATEST).isAfter(midnightAfter(booking.day()))) {
                doubtful.add(booking.day());
            }
            booking.legs().stream()
                    .filter(leg -> leg.wallet().equals(Wallet.SPOT))
                    .forEach(leg -> days.computeIfAbsent(booking.day(), _ -> new TreeMap<>())
                            .merge(leg.asset(), leg.amount(), BigDecimal::add));
        }
        days.keySet().removeAll(doubtful);
        return days;
    }

    /** What the witness rows of a source say under these settings; nothing where the account has no such wallet. */
    List<BigDecimal> witnessed(Source source, CollectedAccount account, LedgerSettings settings) {
        return period
                .walk(source, account, period.scope(account, List.of(), settings), (reply, page) -> witnesses(page))
                .stream()
                .map(WitnessRow::amount)
                .toList();
    }

    /** How many deposits there are. */
    int deposits(CollectedAccount account) {
        return period.walk(
                        new Deposits(period.json()),
                        account,
                        period.scope(account, List.of()),
                        (reply, page) -> page.observations().stream())
                .size();
    }

    private static Stream<BalanceSnapshot> snapshots(Page page) {
        return page.observations().stream()
                .flatMap(row -> row instanceof Snapshotted(var snapshot) ? Stream.of(snapshot) : Stream.empty());
    }

    private static Stream<Booking> bookings(Page page) {
        return page.observations().stream().flatMap(row -> switch (row) {
            case Final(var booking) -> Stream.of(booking);
            case RowSeen seen -> seen.bookings().stream();
            default -> Stream.of();
        });
    }

    private static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Stream<WitnessRow> witnesses(Page page) {
        return page.observations().stream()
                .flatMap(row -> row instanceof WitnessRow witness ? Stream.of(witness) : Stream.empty());
    }

    private static Map<String, BigDecimal> held(BalanceSnapshot snapshot) {
        return snapshot.balances().stream().collect(Collectors.toMap(AssetBalance::asset, AssetBalance::total));
    }

    private static Sent sent(Withdrawal withdrawal, Instant completed) {
        return new Sent(
                withdrawal.id(),
                withdrawal.coin(),
                withdrawal.amount(),
                withdrawal.transactionFee(),
                LocalDate.ofInstant(withdrawal.applyTime(), ZoneOffset.UTC),
                LocalDate.ofInstant(completed, ZoneOffset.UTC));
    }
}
