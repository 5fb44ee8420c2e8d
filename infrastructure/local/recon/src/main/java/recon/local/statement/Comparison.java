package recon.local.statement;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import recon.ledger.Account;
import recon.ledger.statement.BookedLeg;
import recon.ledger.statement.StatementComparison;
import recon.ledger.statement.StatementRow;
import recon.local.summary.TextTable;

/**
 * Tells a person what came of a comparison.
 *
 * @param result what came of it
 * @param stretch what was compared
 * @param named the uids that the statement names
 * @param accounts those of them whose books these are
 */
record Comparison(
        StatementComparison result, VerifyCommand.Stretch stretch, Set<String> named, List<Account> accounts) {
    private static final TextTable TABLE = new TextTable(60);
    /** Of each side; how many there are is said, and the next comparison shows the rest once these are settled. */
    private static final int SHOWN = 200;

    void print(PrintWriter out) {
        out.println("Compared from " + stretch.from() + " to " + stretch.to() + " (exclusive).");
        out.println(result.equal() + " rows of the statement are in the books to the second, " + result.together()
                + " together with others of their second, "
                + result.moved().size() + " at another time.");
        strangers(out);
        named(out, "Operations we have not met", result.unknownOperations());
        named(out, "Wallets that are not collected", result.unknownWallets());
        section(out, "at another time", result.moved(), Comparison::moved);
        section(out, "only in the statement", result.onlyInStatement(), Comparison::rows);
        section(out, "only in the books", result.onlyInBooks(), Comparison::legs);
        if (result.agrees()) {
            out.println("Both have the same.");
        }
    }

    private void strangers(PrintWriter out) {
        Set<String> ours = accounts.stream().map(Account::id).collect(Collectors.toSet());
        Set<String> strangers = new TreeSet<>(named);
        strangers.removeAll(ours);
        if (!strangers.isEmpty()) {
            out.println("No books are kept of the users " + String.join(", ", strangers)
                    + ": the configuration does not name them.");
        }
    }

    private static void named(PrintWriter out, String what, SortedMap<String, Long> rows) {
        if (!rows.isEmpty()) {
            out.println(what + ": "
                    + rows.entrySet().stream().map(Comparison::counted).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static String counted(Map.Entry<String, Long> entry) {
        return "'" + entry.getKey() + "' (" + entry.getValue() + (entry.getValue() == 1 ? " row)" : " rows)");
    }

    private static <T> void section(PrintWriter out, String what, List<T> all, Shown<T> shown) {
        if (all.isEmpty()) {
            return;
        }
        out.println();
        out.println(
                all.size() + " " + what + (all.size() > SHOWN ? ", of which the first " + SHOWN + " are shown:" : ":"));
        out.println(shown.table(all.stream().limit(SHOWN).toList()));
    }

    private interface Shown<T> {
        String table(Collection<T> some);
    }

    private static String rows(Collection<StatementRow> rows) {
        return TABLE.of(
                rows,
                List.of(
                        TABLE.right("line", row -> Long.toString(row.line())),
                        TABLE.left("time", row -> row.time().toString()),
                        TABLE.left("user", StatementRow::userId),
                        TABLE.left("account", StatementRow::wallet),
                        TABLE.left("operation", StatementRow::operation),
                        TABLE.left("coin", StatementRow::coin),
                        TABLE.right("change", row -> row.change().toPlainString()),
                        TABLE.left("remark", StatementRow::remark)));
    }

    private static String legs(Collection<BookedLeg> legs) {
        return TABLE.of(
                legs,
                List.of(
                        TABLE.left("time", leg -> leg.booking().time().toString()),
                        TABLE.left("user", leg -> leg.booking().accountId()),
                        TABLE.left("wallet", leg -> leg.leg().wallet().name()),
                        TABLE.left("source", leg -> leg.booking().source()),
                        TABLE.left("id", leg -> leg.booking().externalId()),
                        TABLE.left("what", leg -> leg.leg().txnSubtype()),
                        TABLE.left("asset", leg -> leg.leg().asset()),
                        TABLE.right("amount", leg -> leg.leg().amount().toPlainString())));
    }

    private static String moved(Collection<StatementComparison.Moved> moved) {
        return TABLE.of(
                moved,
                List.of(
                        TABLE.right("line", each -> Long.toString(each.row().line())),
                        TABLE.left("statement", each -> each.row().time().toString()),
                        TABLE.left("books", each -> each.booked().time().toString()),
                        TABLE.left("operation", each -> each.row().operation()),
                        TABLE.left("coin", each -> each.row().coin()),
                        TABLE.right("change", each -> each.row().change().toPlainString())));
    }
}
