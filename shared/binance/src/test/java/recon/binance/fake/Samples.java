package recon.binance.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.binance.budget.Limits;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Known;
import recon.binance.source.Scope;
import recon.ledger.Account;
import recon.ledger.Wallet;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.symbol.Symbol;

/** Accounts, scopes and replies that several tests share. */
public final class Samples {
    public static final Account MAIN = new Account("1001", "main@example.com");
    public static final Account SUB1 = new Account("1002", "sub1@example.com");
    public static final Account SUB2 = new Account("1003", "sub2@example.com");
    public static final Symbol BTCUSDT = new Symbol("BTCUSDT", "BTC", "USDT", "TRADING", true, true);
    public static final Symbol CHINESE = new Symbol("币安人生USDT", "币安人生", "USDT", "TRADING", true, false);
    public static final Instant SENT = Instant.parse("2026-11-20T00:02:00.100Z");
    public static final Instant RECEIVED = Instant.parse("2026-11-20T00:02:00.180Z");

    private Samples() {}

    public static Scope scope(Account account, String from, String to) {
        return scope(account, Instant.parse(from), Instant.parse(to), Integer.MAX_VALUE);
    }

    public static Scope scope(Account account, Instant from, Instant to, int pageLimit) {
        return new Scope(
                account,
                account.equals(MAIN),
                account.equals(MAIN) ? List.of(SUB1, SUB2) : List.of(),
                from,
                to,
                LedgerSettings.ASSUMED,
                name -> List.of(BTCUSDT, CHINESE).stream()
                        .filter(symbol -> symbol.name().equals(name))
                        .findFirst(),
                pageLimit,
                Limits.DOCUMENTED,
                "egress-a");
    }

    /** The same scope of an account with isolated margin pairs, on an exchange with contracts. */
    public static Scope knowing(Scope scope, List<String> pairs, List<String> contracts) {
        return new Scope(
                scope.account(),
                scope.main(),
                scope.subAccounts(),
                scope.from(),
                scope.to(),
                scope.settings(),
                scope.symbols(),
                scope.pageLimit(),
                scope.limits(),
                scope.egress(),
                new Known(() -> pairs.stream().map(Wallet::isolated).toList(), () -> contracts));
    }

    /** The same scope under other settings. */
    public static Scope under(Scope scope, LedgerSettings settings) {
        return new Scope(
                scope.account(),
                scope.main(),
                scope.subAccounts(),
                scope.from(),
                scope.to(),
                settings,
                scope.symbols(),
                scope.pageLimit(),
                scope.limits(),
                scope.egress(),
                scope.known());
    }

    public static Reply reply(Request request, String body) {
        return reply(request, 200, Map.of("content-type", "application/json"), body);
    }

    public static Reply reply(Request request, int status, Map<String, String> headers, String body) {
        return new Reply(request, status, headers, SENT, RECEIVED, body.getBytes(UTF_8), true, Optional.empty());
    }
}
