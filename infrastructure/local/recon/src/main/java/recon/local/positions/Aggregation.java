package recon.local.positions;

import java.nio.file.Path;
import recon.intake.position.Folding;
import recon.ledger.position.Conservation;
import recon.ledger.position.entry.EntryValidation;
import recon.ledger.position.entry.LeverageSetting;
import recon.ledger.position.total.DataQuality;
import recon.ledger.position.total.Totals;
import recon.storage.report.position.EntryFile;
import recon.storage.report.position.PositionFiles;

/** A dump, folded into files. */
final class Aggregation {
    private Aggregation() {}

    static Outcome of(Dump dump, String account, Path out) {
        Folding folding = new Folding(dump.answers(), account);
        Totals totals = new Totals();
        folding.fills().forEach(totals::fill);
        folding.income().forEach(totals::income);
        DataQuality quality = new DataQuality(folding.rates());
        try (PositionsFolder folder = new PositionsFolder(out)) {
            EntryFile entries = new EntryFile(folder.file(PositionFiles.ENTRIES));
            PositionFiles files = new PositionFiles(
                    folder::file,
                    new EntryValidation(folding.rates()),
                    quality,
                    lifecycle -> LeverageSetting.UNKNOWN,
                    (lifecycle, verdict) -> entries.trade(verdict, account));
            dump.answers().unread().forEach(one -> files.unread(one.finding(), one.reference(), one.evidence()));
            Conservation conservation = folding.into(files);
            return new Outcome(
                    entries.rows(),
                    files.rejected(),
                    files.open(),
                    files.remainder(),
                    files.suspicious(),
                    files.findings(),
                    dump.skipped(),
                    conservation,
                    totals.checks(),
                    quality.metrics());
        }
    }
}
