package recon.local.soak;

import java.util.List;

/**
 * What came of a course.
 *
 * @param seed its seed
 * @param gentle whether nothing was allowed to be missing before healing
 * @param emitted reports that the exchange had
 * @param recorded executions that the books have
 * @param findings what is wrong; empty if the promises hold
 */
public record Result(long seed, boolean gentle, int emitted, int recorded, List<String> findings) {
    public Result {
        findings = List.copyOf(findings);
    }

    /** Whether every promise was kept. */
    public boolean isGood() {
        return findings.isEmpty();
    }
}
