package recon.local.positions;

import java.nio.file.Path;
import java.util.List;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.Conservation;
import recon.ledger.position.Known;
import recon.ledger.position.PositionFinding;
import recon.ledger.position.PositionFold;
import recon.ledger.position.PositionStream;
import recon.ledger.position.entry.EntryValidation;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionRows.Conflict;
import recon.ledger.position.total.DataQuality;
import recon.ledger.position.total.Totals;

/** A dump, folded into files. */
final class Aggregation {
    private Aggregation() {}

    static Outcome of(Dump dump, String account, Path out) {
        List<FuturesFill> fills = dump.rows().fills();
        List<FuturesIncome> income = dump.income();
        Known known = dump.known(fills, income);
        Totals totals = new Totals();
        fills.forEach(totals::fill);
        income.forEach(totals::income);
        DataQuality quality = new DataQuality(known.rates());
        try (PositionsFolder folder = new PositionsFolder(out, new EntryValidation(known.rates()), quality)) {
            dump.unread().forEach(folder::unread);
            dump.rows().conflicts().forEach(conflict -> folder.finding(finding(conflict, account)));
            PositionFold fold = new PositionFold(account, known, folder);
            new PositionStream(
                            dump.rows().orders().iterator(),
                            fills.iterator(),
                            income.iterator(),
                            dump.captures().iterator())
                    .into(fold);
            Conservation conservation = fold.finish();
            return new Outcome(
                    folder.entries(),
                    folder.rejected(),
                    folder.open(),
                    folder.remainder(),
                    folder.suspicious(),
                    folder.findings(),
                    dump.skipped(),
                    conservation,
                    totals.checks(),
                    quality.metrics());
        }
    }

    private static PositionFinding finding(Conflict conflict, String account) {
        return new PositionFinding(
                PositionFinding.Kind.CONFLICTING_ROWS,
                account,
                conflict.symbol(),
                conflict.time(),
                conflict.reference(),
                "used: " + conflict.used() + "; left out: " + conflict.left());
    }
}
