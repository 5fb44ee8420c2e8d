package recon.ledger.completeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What is left of a stretch of time when everybody who listened is taken together. */
public final class Gaps {
    private Gaps() {}

    /**
     * The gaps of an account, earliest first.
     *
     * @param from exclusive
     * @param to inclusive
     * @param covered of all tasks and connections, in any order; they may overlap
     */
    public static List<Gap> within(Instant from, Instant to, Collection<Covered> covered) {
        List<Gap> gaps = new ArrayList<>();
        Instant reached = from;
        for (Covered each :
                covered.stream().sorted(Comparator.comparing(Covered::after)).toList()) {
            if (!each.after().isBefore(to)) {
                break;
            }
            if (each.upTo().isAfter(reached) && each.upTo().isAfter(each.after())) {
                if (each.after().isAfter(reached)) {
                    gaps.add(new Gap(reached, each.after()));
                }
                reached = each.upTo();
            }
        }
        if (reached.isBefore(to)) {
            gaps.add(new Gap(reached, to));
        }
        return List.copyOf(gaps);
    }
}
