package recon.local.probe;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import recon.binance.request.Reply;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.UnusablePage;
import recon.collect.account.CollectedAccount;
import recon.ledger.setting.LedgerSettings;
import recon.local.check.Answer;
import recon.local.check.ExchangeUnreachable;
import recon.local.check.Questions;

/** A stretch of time that sources are asked about, each as the daily run asks it. Nothing is stored. */
final class Period {
    /** Rows point to where their bytes are archived; these are archived nowhere. */
    static final String NOWHERE = "probe";

    private static final int MOST_PAGES = 100;

    private final Questions questions;
    private final Instant from;
    private final Instant to;

    /** @param to the last instant, on the exchange's clock */
    Period(Questions questions, Instant from, Instant to) {
        this.questions = requireNonNull(questions, "questions is null");
        this.from = requireNonNull(from, "from is null");
        this.to = requireNonNull(to, "to is null");
    }

    /** All rows of a source, page by page. */
    <T> List<T> walk(Source source, CollectedAccount account, Scope scope, BiFunction<Reply, Page, Stream<T>> rows) {
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
    Optional<Reply> ask(Source source, CollectedAccount account, Cursor cursor, Scope scope) {
        return switch (questions.ask(source.request(cursor, scope), Optional.of(account.credentials()))) {
            case Answer.Refused(var error) when error.noSuchWallet() -> Optional.empty();
            case Answer.Refused(var error) -> throw new ExchangeUnreachable(error.message());
            case Answer.Given(var reply) -> Optional.of(reply);
        };
    }

    /** What is asked of an account, and how its rows are booked. */
    Scope scope(CollectedAccount account, List<CollectedAccount> subAccounts, LedgerSettings settings) {
        return questions.scope(
                account.account(),
                account.main(),
                subAccounts.stream().map(CollectedAccount::account).toList(),
                from,
                to,
                settings);
    }

    /** What is asked of an account, booked as the settings stand. */
    Scope scope(CollectedAccount account, List<CollectedAccount> subAccounts) {
        return questions.scope(
                account.account(),
                account.main(),
                subAccounts.stream().map(CollectedAccount::account).toList(),
                from,
                to);
    }

    /** Reads the exchange's JSON. */
    ObjectMapper json() {
        return questions.json();
    }
}
