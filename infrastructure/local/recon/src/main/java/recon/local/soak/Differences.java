package recon.local.soak;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In what two things differ. Amounts are equal whatever their scale. */
final class Differences {
    private final List<String> found = new ArrayList<>();

    void same(String name, Object truth, Object ours) {
        boolean same = truth.equals(ours)
                || (truth instanceof BigDecimal one && ours instanceof BigDecimal other && one.compareTo(other) == 0);
        if (!same) {
            found.add(name + " is " + ours + " and not " + truth);
        }
    }

    Optional<String> text() {
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", found));
    }
}
