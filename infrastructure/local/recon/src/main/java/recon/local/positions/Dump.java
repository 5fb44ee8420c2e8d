package recon.local.positions;

import java.util.SortedMap;
import java.util.TreeMap;
import recon.intake.position.PositionAnswers;

/** Everything that the files of a folder say. */
final class Dump {
    private final PositionAnswers answers = new PositionAnswers();
    private final SortedMap<String, Integer> skipped = new TreeMap<>();

    PositionAnswers answers() {
        return answers;
    }

    /** A part of a file that is no list of rows that we know, or a file of a folder that is none of these. */
    void skipped(String name) {
        skipped.merge(name, 1, Integer::sum);
    }

    /** Parts that were passed over, and in how many files. */
    SortedMap<String, Integer> skipped() {
        return skipped;
    }
}
