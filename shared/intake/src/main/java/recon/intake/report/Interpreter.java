package recon.intake.report;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import recon.binance.executionreport.ExecutionReportReader;
import recon.binance.executionreport.MalformedReport;
import recon.storage.StorageException;
import recon.storage.execution.ExecutionMessage;
import recon.storage.execution.QueuedReport;
import recon.storage.execution.ReportArchive;

/** Sees what a message is: its report is in the body, or in the archive where the body says. */
public final class Interpreter {
    /** The account of what is about none. */
    public static final String NO_ACCOUNT = "exchange";

    private final ReportArchive archive;
    private final ExecutionReportReader reader;

    /** @param reader reads the exchange's reports */
    public Interpreter(ReportArchive archive, ExecutionReportReader reader) {
        this.archive = requireNonNull(archive, "archive is null");
        this.reader = requireNonNull(reader, "reader is null");
    }

    /** What a message is; one that nobody can use is no error here. */
    public Reading read(QueuedReport queued) {
        return switch (queued) {
            case QueuedReport.Known(ExecutionMessage message) -> read(message);
            case QueuedReport.Stray stray -> new Reading.Unusable(NO_ACCOUNT, stray.reason());
        };
    }

    private Reading read(ExecutionMessage message) {
        try {
            byte[] event = message.archived()
                    ? archive.report(message.body())
                    : message.body().getBytes(StandardCharsets.UTF_8);
            return new Reading.Understood(message, reader.read(event, message.account()));
        } catch (MalformedReport | StorageException.Missing | StorageException.Malformed e) {
            return new Reading.Unusable(message.account(), "execution report: " + e.getMessage());
        }
    }
}
