package recon.resync.replay;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.intake.report.Interpreter;
import recon.intake.report.Reading;
import recon.ledger.RawRef;
import recon.ledger.symbol.Symbol;
import recon.storage.execution.Added;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.QueuedReport;
import recon.storage.execution.ReportArchive;
import recon.storage.execution.ReportedExecution;
import recon.storage.work.Task;

/**
 * Records the execution reports of an archived batch again. It tells nobody: an order that is new in these books is told
 * by whoever meets it next.
 */
final class ReportReplay implements ObjectReplay {
    private final ReportArchive archive;
    private final Interpreter interpreter;
    private final ExecutionBook book;
    private final Symbols symbols;

    ReportReplay(ReportArchive archive, Interpreter interpreter, ExecutionBook book, Symbols symbols) {
        this.archive = requireNonNull(archive, "archive is null");
        this.interpreter = requireNonNull(interpreter, "interpreter is null");
        this.book = requireNonNull(book, "book is null");
        this.symbols = requireNonNull(symbols, "symbols is null");
    }

    @Override
    public Map<String, Long> read(Task task, String key) {
        List<QueuedReport> reports = archive.read(key);
        List<ReportedExecution> executions = new ArrayList<>();
        for (int row = 0; row < reports.size(); row++) {
            execution(reports.get(row), new RawRef(key, row)).ifPresent(executions::add);
        }
        Added added = book.add(executions);
        if (!added.contended().isEmpty()) {
            throw new IllegalStateException("others write to the same orders all the time: " + key);
        }
        long unusable =
                (long) reports.size() - executions.size() + added.refused().size();
        return Map.of(Counts.RESTORED, (long) added.fresh(), Counts.REFUSED, unusable);
    }

    private Optional<ReportedExecution> execution(QueuedReport report, RawRef raw) {
        return switch (interpreter.read(report)) {
            case Reading.Understood known -> {
                Optional<Symbol> symbol = symbols.symbol(known.symbol());
                yield symbol.map(listed -> known.execution(listed, raw));
            }
            case Reading.Unusable unusable -> Optional.empty();
        };
    }
}
