package recon.storage.report.position;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import recon.ledger.position.entry.Annotations;
import recon.ledger.position.entry.EntryIssue;
import recon.ledger.position.entry.TradeEntry;
import recon.ledger.position.entry.Verdict;
import recon.storage.report.CsvRows;
import recon.storage.report.CsvRows.Row;

/** {@code positions.csv}: one row for each trade entry. */
public final class EntryFile {
    /** Its columns. */
    public static final String HEADER = String.join(
            ",",
            EntryColumns.FACTS,
            EntryColumns.ADDED,
            EntryColumns.MANUAL,
            EntryColumns.AI,
            EntryColumns.SYSTEM,
            "warnings");

    private final CsvRows rows;

    /** @param to where it is written */
    public EntryFile(Appendable to) {
        this.rows = new CsvRows(HEADER, to);
    }

    /** An entry of the store. */
    public void entry(TradeEntry entry, List<EntryIssue> warnings) {
        Row row = EntryColumns.facts(rows.row(), entry.facts(), entry.leverage());
        EntryColumns.added(row, entry.facts(), entry.leverage());
        EntryColumns.manual(
                row, entry.stopLoss(), entry.takeProfit(), entry.annotations().manual());
        EntryColumns.ai(row, entry.annotations().ai());
        row.text(entry.system().id().toString())
                .text(entry.system().userId().orElse(""))
                .text(entry.system().tradingAccountId());
        time(row, Optional.of(entry.system().createdAt()));
        time(row, Optional.of(entry.system().updatedAt()));
        time(row, entry.system().deletedAt());
        row.text(Boolean.toString(entry.system().needsResync()))
                .text(texts(warnings))
                .end();
    }

    /** A trade that no store knows: nothing was written about it, and it was never created. */
    public void trade(Verdict verdict, String accountId) {
        Row row =
                EntryColumns.facts(rows.row(), verdict.facts(), verdict.facts().leverage());
        EntryColumns.added(row, verdict.facts(), verdict.facts().leverage());
        EntryColumns.manual(row, verdict.facts().stopLoss(), verdict.facts().takeProfit(), Annotations.NONE.manual());
        EntryColumns.ai(row, Annotations.NONE.ai());
        row.empty()
                .empty()
                .text(accountId)
                .empty()
                .empty()
                .empty()
                .text("false")
                .text(texts(verdict.warnings()))
                .end();
    }

    /** How many rows it has. */
    public long rows() {
        return rows.rows();
    }

    static String texts(List<EntryIssue> issues) {
        return issues.stream().map(EntryIssue::text).collect(Collectors.joining("; "));
    }

    private static void time(Row row, Optional<Instant> time) {
        time.ifPresentOrElse(row::dateTime, row::empty);
    }
}
