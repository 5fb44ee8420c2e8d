package recon.local.replay;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import recon.storage.report.Reports;

/**
 * The files of some days in two places, byte by byte.
 *
 * @param equal how many are the same
 * @param different those that are in both and differ, or are in one of them only: day and name
 */
record ReportComparison(int equal, List<String> different) {
    ReportComparison {
        different = List.copyOf(different);
    }

    /** Compares those of the days from {@code first} to {@code last}, both included. */
    static ReportComparison of(Reports one, Reports other, LocalDate first, LocalDate last) {
        requireNonNull(one, "one is null");
        requireNonNull(other, "other is null");
        int equal = 0;
        List<String> different = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Set<String> here = new TreeSet<>(one.names(day));
            Set<String> there = new TreeSet<>(other.names(day));
            Set<String> all = new TreeSet<>(here);
            all.addAll(there);
            for (String name : all) {
                if (here.contains(name)
                        && there.contains(name)
                        && Arrays.equals(one.get(day, name), other.get(day, name))) {
                    equal++;
                } else {
                    different.add("date=" + day + "/" + name);
                }
            }
        }
        return new ReportComparison(equal, different);
    }
}
