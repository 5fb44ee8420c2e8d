package recon.local.soak;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import recon.storage.watermark.Watermark;
import recon.stream.watermark.WatermarkStore;

/** The table of watermarks. */
final class SoakMarks {
    private static final int LATENCY_MS = 15;

    private final Map<String, Watermark> marks = new LinkedHashMap<>();
    private final Moods moods;
    private final SoakTime time;
    private final Timetable timetable;
    private final boolean claimsNow;

    /** @param claimsNow the guard is off: whatever is written claims everything up to now */
    SoakMarks(Moods moods, SoakTime time, Timetable timetable, boolean claimsNow) {
        this.moods = moods;
        this.time = time;
        this.timetable = timetable;
        this.claimsNow = claimsNow;
    }

    /** A process's way to the table. */
    WatermarkStore port(BooleanSupplier alive) {
        return (written, receipt) -> {
            Mood mood = moods.next();
            boolean kept = switch (mood) {
                case WELL, TAKEN_BUT_FAILED, TAKEN_IN_SILENCE -> true;
                case THROTTLED, PARTLY, SILENT, AWAY -> false;
            };
            if (kept) {
                written.forEach(this::keep);
            } else if (mood == Mood.PARTLY) {
                keep(written.getFirst());
            }
            if (mood != Mood.SILENT && mood != Mood.TAKEN_IN_SILENCE) {
                timetable.at(time.millis() + LATENCY_MS, () -> {
                    if (alive.getAsBoolean()) {
                        receipt.answered(time.millis(), mood == Mood.WELL);
                    }
                });
            }
        };
    }

    /** All that are kept. */
    List<Watermark> all() {
        return List.copyOf(marks.values());
    }

    /** Those of an account. */
    List<Watermark> of(String account) {
        return marks.values().stream()
                .filter(each -> each.account().equals(account))
                .toList();
    }

    private void keep(Watermark mark) {
        Watermark kept = claimsNow ? claiming(mark, time.instant()) : mark;
        marks.put(mark.account() + " " + mark.task() + " " + mark.connection(), kept);
    }

    private static Watermark claiming(Watermark mark, Instant upTo) {
        return new Watermark(
                mark.account(),
                mark.task(),
                mark.connection(),
                mark.subscribedAt(),
                upTo,
                mark.closedAt(),
                mark.reason());
    }
}
