package recon.local.soak;

import java.util.List;
import recon.simulator.draw.Draw;

/** The mood of a service over time: most calls meet the mood of the moment, a few another one. */
final class Moods {
    private static final List<Mood> ALL = List.of(Mood.values());

    private final Draw draw;
    private final int oddPercent;
    private Mood current = Mood.WELL;
    private boolean calm;

    /** @param oddPercent calls out of a hundred that meet any mood */
    Moods(Draw draw, int oddPercent) {
        this.draw = draw;
        this.oddPercent = oddPercent;
    }

    /** The mood that the next call meets. */
    Mood next() {
        return !calm && draw.chance(oddPercent) ? draw.pick(ALL) : current;
    }

    void become(Mood mood) {
        current = calm ? Mood.WELL : mood;
    }

    /** From here on all is well. */
    void calm() {
        current = Mood.WELL;
        calm = true;
    }
}
