package recon.local.soak;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, in words; the first of it, and how much more there is. */
final class Findings {
    private static final int MOST = 12;

    private final List<String> first = new ArrayList<>();
    private int more;

    void add(String finding) {
        if (first.size() < MOST) {
            first.add(finding);
        } else {
            more++;
        }
    }

    List<String> all() {
        List<String> all = new ArrayList<>(first);
        if (more > 0) {
            all.add("and " + more + " more");
        }
        return List.copyOf(all);
    }
}
