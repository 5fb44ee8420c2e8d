package recon.simulator.world;

import recon.simulator.draw.Draw;

/** When things happen: all day, and more often in the first minutes of it. */
final class Moments {
    private static final long QUIET_MS = 5_000;
    private static final int FIRST_SECONDS_MS = 3_000;
    private static final int FIRST_MINUTES_MS = 15 * 60_000;
    private static final int LAST_SECONDS_MS = 2_000;

    private final boolean fillsAreDelayed;

    Moments(boolean fillsAreDelayed) {
        this.fillsAreDelayed = fillsAreDelayed;
    }

    /** An instant for a fill. */
    long fill(Draw draw, long dayStart) {
        int chance = draw.below(100);
        if (chance == 0) {
            return dayStart;
        }
        if (chance < 6) {
            return dayStart + draw.below(FIRST_SECONDS_MS);
        }
        if (chance < 20) {
            return dayStart + draw.below(FIRST_MINUTES_MS);
        }
        if (chance < 22) {
            return notQuiet(dayStart + Agenda.DAY_MS - 1 - draw.below(LAST_SECONDS_MS));
        }
        return notQuiet(dayStart + draw.below((int) Agenda.DAY_MS));
    }

    /** An instant for anything else. */
    long any(Draw draw, long dayStart) {
        return dayStart + draw.below(draw.chance(15) ? FIRST_MINUTES_MS : (int) Agenda.DAY_MS);
    }

    /** Where fills show late, none is stamped so late that it would show on the next day only. */
    long notQuiet(long ms) {
        long left = Agenda.DAY_MS - Math.floorMod(ms, Agenda.DAY_MS);
        return fillsAreDelayed && left <= QUIET_MS ? ms + QUIET_MS : ms;
    }
}
