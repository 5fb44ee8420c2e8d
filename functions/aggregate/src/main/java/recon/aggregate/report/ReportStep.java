package recon.aggregate.report;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import recon.storage.report.Reports;
import recon.storage.report.position.PositionFiles;
import recon.storage.work.Run;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/** Puts the files of all accounts together, those included that were folded on the same day by other runs. */
public final class ReportStep {
    private static final int NEW_LINE = '\n';

    private final Reports reports;

    public ReportStep(Reports reports) {
        this.reports = requireNonNull(reports, "reports is null");
    }

    /** The whole of one report task. */
    public StepOutcome report(Task task, Run run) {
        List<String> names = reports.names(run.day());
        for (String file : PositionFiles.NAMES) {
            List<String> parts = names.stream()
                    .filter(name -> Part.file(name).filter(file::equals).isPresent())
                    .toList();
            if (!parts.isEmpty()) {
                reports.put(run.day(), file, Part.CSV, together(run.day(), parts));
            }
        }
        return new StepOutcome.Done(task.cursor(), Map.of());
    }

    /** One header, and then the rows of all. */
    private byte[] together(LocalDate day, List<String> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] content = reports.get(day, part);
            int begin = whole.size() == 0 ? 0 : afterHeader(content);
            whole.write(content, begin, content.length - begin);
        }
        return whole.toByteArray();
    }

    private static int afterHeader(byte[] content) {
        int at = 0;
        while (at < content.length && content[at] != NEW_LINE) {
            at++;
        }
        return Math.min(at + 1, content.length);
    }
}
