package recon.intake.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import recon.binance.budget.Limits;
import recon.binance.request.Reply;
import recon.binance.source.Cursor;
import recon.binance.source.Known;
import recon.binance.source.Lane;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.SymbolTable;
import recon.ledger.Account;
import recon.ledger.Wallet;
import recon.ledger.setting.LedgerSettings;
import recon.storage.archive.Asked;
import recon.storage.archive.RawResponse;

/**
 * An answer as the archive keeps it, and back. The request alone does not tell how far a walk had come, which accounts
 * were configured or when the request left, and an answer cannot be read without: this is archived beside it.
 */
public final class Archiving {
    /** Where our requests come from matters to nobody who reads what was archived. */
    private static final String NOWHERE = "archive";

    private Archiving() {}

    /**
     * What is kept of an answer.
     *
     * @param accountId whose task asked; {@code exchange} for nobody's
     * @param cursor where the walk stood
     * @param scope what it covers
     * @param attributes of the task
     */
    public static RawResponse response(
            Source source, String accountId, Reply reply, Cursor cursor, Scope scope, Map<String, String> attributes) {
        return new RawResponse(
                source.name(),
                accountId,
                reply.request().line(),
                reply.status(),
                reply.headers(),
                reply.receivedAt(),
                reply.complete(),
                Optional.of(new Asked(
                        reply.sentAt(),
                        scope.from(),
                        scope.to(),
                        scope.account().email(),
                        scope.main(),
                        scope.subAccounts().stream().collect(Collectors.toMap(Account::id, Account::email)),
                        scope.pageLimit(),
                        cursor.values(),
                        attributes)),
                reply.body());
    }

    /** The scope of the walk that an answer belongs to. */
    static Scope scope(
            RawResponse response,
            Asked asked,
            LedgerSettings settings,
            SymbolTable symbols,
            Supplier<List<String>> contracts) {
        return new Scope(
                new Account(response.accountId(), asked.email()),
                asked.main(),
                asked.subAccounts().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(sub -> new Account(sub.getKey(), sub.getValue()))
                        .toList(),
                asked.from(),
                asked.to(),
                settings,
                symbols,
                asked.pageLimit(),
                Limits.DOCUMENTED,
                NOWHERE,
                new Known(() -> pairs(asked), contracts));
    }

    private static List<Wallet> pairs(Asked asked) {
        return Lane.pairs(new Cursor(asked.cursor())).stream()
                .map(Wallet::isolated)
                .toList();
    }

    /** The answer as it came. */
    static Reply reply(Source source, RawResponse response, Asked asked, Scope scope) {
        return new Reply(
                source.endpoint().request(scope),
                response.status(),
                response.headers(),
                asked.sentAt(),
                response.receivedAt(),
                response.body(),
                response.complete(),
                response.status() == 0 ? Optional.of("nothing came") : Optional.empty());
    }
}
