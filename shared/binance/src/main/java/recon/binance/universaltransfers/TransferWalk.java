package recon.binance.universaltransfers;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.NoProgress;
import recon.binance.source.Scope;
import recon.binance.source.Span;
import recon.ledger.Account;
import recon.ledger.booking.UniversalTransfer;

/**
 * Each sub-account as giver, then as receiver; in windows of seven days; page by page. A transfer between two of them
 * comes twice under one id. Without sub-accounts: what the main account itself gave.
 */
final class TransferWalk {
    private static final String SIDE = "side";
    private static final String FROM = "from";
    private static final String PAGE = "page";
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST_ROWS = 500;
    private static final int MOST_PAGES = 10_000;
    private static final String MASTER = "";

    private TransferWalk() {}

    static Request ask(Request request, Cursor cursor, Scope scope) {
        String side = side(cursor, scope);
        Span window = window(cursor, scope);
        Request sided = side.equals(MASTER)
                ? request
                : request.with(side.substring(0, side.indexOf(':')), side.substring(side.indexOf(':') + 1));
        return sided.with("startTime", window.from())
                .with("endTime", window.to())
                .with(PAGE, page(cursor))
                .with("limit", scope.pageSize(MOST_ROWS));
    }

    static Cursor after(int rows, Cursor cursor, Scope scope) {
        String side = side(cursor, scope);
        Span window = window(cursor, scope);
        Cursor here = Cursor.START.with(SIDE, side);
        if (rows >= scope.pageSize(MOST_ROWS)) {
            if (page(cursor) >= MOST_PAGES) {
                throw new NoProgress(UniversalTransfer.SOURCE, MOST_PAGES + " full pages of " + side);
            }
            return here.with(FROM, window.from()).with(PAGE, page(cursor) + 1);
        }
        if (window.to() < Span.of(scope).to()) {
            return here.with(FROM, window.to() + 1);
        }
        List<String> sides = sides(scope);
        int next = sides.indexOf(side) + 1;
        return next < sides.size() ? Cursor.START.with(SIDE, sides.get(next)) : Cursor.FINISHED;
    }

    private static List<String> sides(Scope scope) {
        return scope.subAccounts().isEmpty()
                ? List.of(MASTER)
                : scope.subAccounts().stream()
                        .map(Account::email)
                        .flatMap(email -> Stream.of("fromEmail:" + email, "toEmail:" + email))
                        .toList();
    }

    private static String side(Cursor cursor, Scope scope) {
        List<String> sides = sides(scope);
        String side = cursor.get(SIDE).orElseGet(sides::getFirst);
        if (!sides.contains(side)) {
            throw new NoProgress(UniversalTransfer.SOURCE, side + " is no longer among the sub-accounts");
        }
        return side;
    }

    private static Span window(Cursor cursor, Scope scope) {
        Span whole = Span.of(scope);
        return whole.piece(cursor.number(FROM).orElse(whole.from()), LONGEST);
    }

    private static long page(Cursor cursor) {
        return cursor.number(PAGE).orElse(1L);
    }
}
