package recon.aggregate.report;

import java.util.Optional;

/** The file of one account, of which the file of all is put together. */
public final class Part {
    /** What a file is. */
    public static final String CSV = "text/csv; charset=utf-8";

    private static final String FOLDER = "accounts/";

    private Part() {}

    /** Its name in the reports of a day. */
    public static String name(String accountId, String file) {
        return FOLDER + accountId + "/" + file;
    }

    /** The name of the file that a report is a part of; empty if it is none. */
    static Optional<String> file(String report) {
        return report.startsWith(FOLDER)
                ? Optional.of(report.substring(report.lastIndexOf('/') + 1))
                : Optional.empty();
    }
}
