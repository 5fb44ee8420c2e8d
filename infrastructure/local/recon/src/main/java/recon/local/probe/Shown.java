package recon.local.probe;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.binance.accountsnapshot.AccountSnapshot;
import recon.binance.deposits.Deposits;
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
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.booking.Withdrawal;
import recon.ledger.row.Snapshotted;
import recon.ledger.row.Standing;
import recon.ledger.row.WitnessRow;
import recon.local.check.Answer;
import recon.local.check.ExchangeUnreachable;
import recon.local.check.Questions;

/** What the sources show of a stretch of time, each asked as the daily run asks it. Nothing is stored. */
final class Shown {
    private static final int MOST_PAGES = 100;
    /** Rows point to where their bytes are archived; these are archived nowhere. */
    private static final String NOWHERE = "probe";

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
            Reply reply = ask(source, account, cursor, scope);
            try {
                Page page = source.read(reply, NOWHERE, cursor, scope);
                rows.apply(reply, page).forEach(all::add);
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

    private Reply ask(Source source, CollectedAccount account, Cursor cursor, Scope scope) {
        return switch (questions.ask(source.request(cursor, scope), Optional.of(account.credentials()))) {
            case Answer.Refused(var error) -> throw new ExchangeUnreachable(error.message());
            case Answer.Given(var reply) -> reply;
        };
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
