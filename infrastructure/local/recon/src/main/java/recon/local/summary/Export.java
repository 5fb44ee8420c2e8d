package recon.local.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import recon.storage.report.Reports;

/** Fetches the reports from S3 into the folder, as a person would. */
public final class Export {
    private Export() {}

    /** Fetches those of the days that have any, both days included. */
    public static void reports(Reports reports, LocalDate first, LocalDate last, Path folder) {
        try {
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                for (String name : reports.names(day)) {
                    if (name.contains("/")) {
                        continue; // a part, of one account, of a file that has all of them
                    }
                    Path target = Files.createDirectories(folder.resolve("date=" + day));
                    Path half = target.resolve(name + ".new");
                    Files.write(half, reports.get(day, name));
                    Files.move(half, target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the reports into " + folder, e);
        }
    }
}
