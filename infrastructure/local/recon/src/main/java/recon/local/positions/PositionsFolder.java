package recon.local.positions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import recon.ledger.position.IncomeRemainder;
import recon.ledger.position.Lifecycle;
import recon.ledger.position.PendingPosition;
import recon.ledger.position.PositionFinding;
import recon.ledger.position.PositionSink;
import recon.ledger.position.entry.EntryValidation;
import recon.ledger.position.entry.LeverageSetting;
import recon.ledger.position.entry.Verdict;
import recon.ledger.position.total.DataQuality;
import recon.storage.report.position.EntryFile;
import recon.storage.report.position.FindingFile;
import recon.storage.report.position.OpenPositionFile;
import recon.storage.report.position.RejectedFile;
import recon.storage.report.position.RemainderFile;

/** The files that the command writes, row by row as a fold tells them. */
final class PositionsFolder implements PositionSink, AutoCloseable {
    private final List<Writer> writers = new ArrayList<>();
    private final EntryValidation validation;
    private final DataQuality quality;
    private final EntryFile entries;
    private final RejectedFile rejected;
    private final OpenPositionFile open;
    private final RemainderFile remainder;
    private final FindingFile findings;
    private long suspicious;

    /** @param folder is made if it does not exist; files in it are replaced */
    PositionsFolder(Path folder, EntryValidation validation, DataQuality quality) {
        this.validation = validation;
        this.quality = quality;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
        this.entries = new EntryFile(writer(folder, "positions.csv"));
        this.rejected = new RejectedFile(writer(folder, "positions-rejected.csv"));
        this.open = new OpenPositionFile(writer(folder, "open-positions.csv"));
        this.remainder = new RemainderFile(writer(folder, "income-remainder.csv"));
        this.findings = new FindingFile(writer(folder, "position-findings.csv"));
    }

    private Writer writer(Path folder, String name) {
        try {
            Writer writer = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
            writers.add(writer);
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
        }
    }

    @Override
    public void closed(Lifecycle lifecycle) {
        Verdict verdict = validation.check(lifecycle, LeverageSetting.UNKNOWN);
        quality.closed(lifecycle, verdict);
        if (verdict.valid()) {
            entries.trade(verdict, lifecycle.key().accountId());
        } else {
            rejected.trade(verdict, lifecycle.key().accountId());
        }
    }

    @Override
    public void open(Lifecycle lifecycle) {
        open.open(lifecycle);
    }

    @Override
    public void pending(PendingPosition position) {
        open.pending(position);
    }

    @Override
    public void remainder(IncomeRemainder row) {
        if (row.reason().suspicious()) {
            suspicious++;
        }
        remainder.remainder(row);
    }

    @Override
    public void finding(PositionFinding finding) {
        findings.finding(finding);
    }

    void unread(Unread one) {
        findings.unread(one.finding(), one.reference(), one.evidence());
    }

    long entries() {
        return entries.rows();
    }

    long rejected() {
        return rejected.rows();
    }

    long open() {
        return open.rows();
    }

    long remainder() {
        return remainder.rows();
    }

    /** Rows of the remainder that somebody should look at. */
    long suspicious() {
        return suspicious;
    }

    long findings() {
        return findings.rows();
    }

    @Override
    public void close() {
        for (Writer writer : writers) {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the files of positions to their end", e);
            }
        }
    }
}
