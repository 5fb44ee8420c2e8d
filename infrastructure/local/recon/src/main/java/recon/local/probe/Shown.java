package recon.local.probe;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.binance.accountsnapshot.AccountSnapshot;
import recon.binance.deposits.Deposits;
import recon.binance.futuresincome.FuturesIncomes;
import recon.binance.futurestrades.FuturesTrades;
import recon.binance.request.Reply;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.UnusablePage;
import recon.binance.subtransfers.SubTransfers;
import recon.binance.universaltransfers.UniversalTransfers;
import recon.binance.withdrawals.Withdrawals;
import recon.collect.account.CollectedAccount;
import recon.intake.position.PositionAnswers;
import recon.intake.position.PositionList;
import recon.intake.position.PositionRowReader;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.booking.Withdrawal;
import recon.ledger.entry.Booking;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.row.Final;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Snapshotted;
import recon.ledger.row.Standing;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.local.check.Answer;
import recon.local.check.ExchangeUnreachable;
import recon.local.check.Questions;

/** What the sources show of a stretch of time, each asked as the daily run asks it. Nothing is stored. */
final class Shown {
    private static final int MOST_PAGES = 100;
    /** Of a page of income and one of fills. */
    private static final int MOST_ROWS = 2_000;
    /** Rows point to where their bytes are archived; these are archived nowhere. */
    private static final String NOWHERE = "probe";
    /** How late a movement may show in a balance. */
    private static final Duration LATEST = Duration.ofMinutes(1);

    private final Questions questions;
    private final Instant from;
    private final Instant to;

    /** @param to the last instant, on the exchange's clock */
    Shown(Questions questions, Instant from, Instant to) {
        this.questions = requireNonNull(questions, "questions is null");
        this.from = requireNonNull(from, "from is null");
        this.to = requireNonNull(to, "to is null");
    }

    /** The spot balances at the end of each UTC day, by asset. */
    SortedMap<LocalDate, Map<String, BigDecimal>> ends(CollectedAccount account) {
        return walk(AccountSnapshot.spot(json()), account, scope(account, List.of()), (reply, page) -> snapshots(page))
                .stream()
                .collect(Collectors.toMap(BalanceSnapshot::date, Shown::held, (one, other) -> other, TreeMap::new));
    }

    /** The withdrawals from the spot wallet that were completed. */
    List<Sent> sent(CollectedAccount account) {
        Withdrawals source = new Withdrawals(json());
        Scope scope = scope(account, List.of());
        return walk(source, account, scope, (reply, page) -> source.withdrawals(reply, scope).stream()).stream()
                .filter(withdrawal ->
                        withdrawal.wallet().equals(Wallet.SPOT) && withdrawal.standing() == Standing.SETTLED)
                .flatMap(withdrawal -> withdrawal.completeTime().map(at -> sent(withdrawal, at)).stream())
                .toList();
    }

    /** The transfers of a sub-account as the main account sees them. */
    List<Moved> movedInMain(CollectedAccount main, CollectedAccount sub) {
        UniversalTransfers source = new UniversalTransfers(json());
        Scope scope = scope(main, List.of(sub));
        return walk(source, main, scope, (reply, page) -> source.transfers(reply, scope).stream()).stream()
                .map(transfer -> new Moved(
                        Long.toString(transfer.tranId()),
                        transfer.asset(),
                        transfer.amount(),
                        transfer.time().toEpochMilli()))
                .toList();
    }

    /** The same as the sub-account sees them. */
    List<Moved> movedInSub(CollectedAccount sub) {
        return walk(new SubTransfers(json()), sub, scope(sub, List.of()), (reply, page) -> witnesses(page)).stream()
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
        List<Booking> bookings =
                walk(source, account, scope(account, List.of(), settings), (reply, page) -> bookings(page));
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
        return walk(source, account, scope(account, List.of(), settings), (reply, page) -> witnesses(page)).stream()
                .map(WitnessRow::amount)
                .toList();
    }

    /**
     * The fees of fills in one futures contract, as the fills sign them, where the income shows that they were paid; nothing
     * where the account has no such wallet or paid none. One page of each is enough.
     */
    List<BigDecimal> fees(CollectedAccount account) {
        PositionAnswers answers = new PositionAnswers();
        PositionRowReader reader = new PositionRowReader(
                json(), account.account().id(), CommissionSign.PAID_IS_POSITIVE, answers, MOST_ROWS);
        page(PositionList.INCOME, new FuturesIncomes(json()), account, Cursor.START, reader);
        Map<String, Set<String>> paid = answers.income().stream()
                .filter(row ->
                        row.incomeType().equals("COMMISSION") && row.income().signum() < 0)
                .filter(row -> !row.tradeId().isEmpty())
                .collect(Collectors.groupingBy(
                        FuturesIncome::symbol,
                        TreeMap::new,
                        Collectors.mapping(FuturesIncome::tradeId, Collectors.toSet())));
        paid.keySet().stream()
                .findFirst()
                .ifPresent(contract -> page(
                        PositionList.TRADES,
                        new FuturesTrades(json()),
                        account,
                        Cursor.START.with(Cursor.SYMBOL, contract),
                        reader));
        return answers.rows().fills().stream()
                .filter(fill -> paid.getOrDefault(fill.symbol(), Set.of()).contains(Long.toString(fill.id())))
                .map(FuturesFill::commission)
                .toList();
    }

    private void page(
            PositionList list, Source source, CollectedAccount account, Cursor cursor, PositionRowReader reader) {
        for (Reply reply :
                ask(source, account, cursor, scope(account, List.of())).stream().toList()) {
            try (JsonParser parser = json().createParser(reply.body())) {
                parser.nextToken();
                if (!PositionRowReader.begins(list, parser)) {
                    throw new ExchangeUnreachable(source.name() + " answered something else than a list");
                }
                reader.read(list, parser, NOWHERE);
            } catch (IOException e) {
                throw new ExchangeUnreachable("the answer cannot be used: " + e.getMessage());
            }
        }
    }

    /** How many deposits there are. */
    int deposits(CollectedAccount account) {
        return walk(
                        new Deposits(json()),
                        account,
                        scope(account, List.of()),
                        (reply, page) -> page.observations().stream())
                .size();
    }

    private <T> List<T> walk(
            Source source, CollectedAccount account, Scope scope, BiFunction<Reply, Page, Stream<T>> rows) {
        List<T> all = new ArrayList<>();
        Cursor cursor = Cursor.START;
        for (int i = 0; i < MOST_PAGES; i++) {
            Optional<Reply> reply = ask(source, account, cursor, scope);
            if (reply.isEmpty()) {
                return all;
            }
            try {
                Page page = source.read(reply.get(), NOWHERE, cursor, scope);
                rows.apply(reply.get(), page).forEach(all::add);
                cursor = page.next();
            } catch (UnusablePage e) {
                throw new ExchangeUnreachable("the answer cannot be used: " + e.getMessage());
            }
            if (cursor.finished() || cursor.waits()) {
                return all;
            }
        }
        throw new ExchangeUnreachable(
                source.name() + " has more than " + MOST_PAGES + " pages: ask for a day at a time");
    }

    /** The answer; empty if the account never opened the wallet that is asked about. */
    private Optional<Reply> ask(Source source, CollectedAccount account, Cursor cursor, Scope scope) {
        return switch (questions.ask(source.request(cursor, scope), Optional.of(account.credentials()))) {
            case Answer.Refused(var error) when error.noSuchWallet() -> Optional.empty();
            case Answer.Refused(var error) -> throw new ExchangeUnreachable(error.message());
            case Answer.Given(var reply) -> Optional.of(reply);
        };
    }

    private Scope scope(CollectedAccount account, List<CollectedAccount> subAccounts, LedgerSettings settings) {
        return questions.scope(
                account.account(),
                account.main(),
                subAccounts.stream().map(CollectedAccount::account).toList(),
                from,
                to,
                settings);
    }

    private Scope scope(CollectedAccount account, List<CollectedAccount> subAccounts) {
        return questions.scope(
                account.account(),
                account.main(),
                subAccounts.stream().map(CollectedAccount::account).toList(),
                from,
                to);
    }

    private ObjectMapper json() {
        return questions.json();
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
