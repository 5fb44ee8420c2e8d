package recon.simulator.http;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import recon.simulator.Fault;
import recon.simulator.draw.Draw;
import recon.simulator.log.LogLine;

/** The files that were asked for. A function of the requests seen: fed with the same requests again, it is the same. */
public final class Downloads {
    private static final long YEAR_MS = 366 * Window.DAY_MS;
    private static final int SOONEST_MS = 20_000;
    private static final int LATEST_MS = 480_000;
    private static final String DIGITS = "0123456789";
    private static final int ID_LENGTH = 18;
    private static final int TOKEN_LENGTH = 32;

    private final long seed;
    private final List<Download> all = new ArrayList<>();

    /** Nothing asked for yet. */
    public Downloads(long seed) {
        this.seed = seed;
    }

    /** Starts what a logged request started. What the gate would have refused behind a fault is not told apart. */
    void replay(LogLine line) {
        boolean reached = line.fault().filter(Fault.NO_ANSWER.name()::equals).isPresent()
                || (line.status() == 200
                        && line.fault()
                                .filter(Fault.ERROR_IN_200.name()::equals)
                                .isEmpty());
        int mark = line.target().indexOf('?');
        Optional<Download.Kind> kind = mark < 0
                ? Optional.empty()
                : Arrays.stream(Download.Kind.values())
                        .filter(each -> each.path().equals(line.target().substring(0, mark)))
                        .findFirst();
        if (reached && kind.isPresent() && line.uid().isPresent()) {
            try {
                start(kind.get(), line.uid().get(), Parameters.of(line.target().substring(mark + 1)), line.ms());
            } catch (Refusal refused) {
                // It was refused then as well: a fault took the place of the answer.
            }
        }
    }

    /** Begins to make a file, if this month's quota is not used up. */
    Download start(Download.Kind kind, String uid, Parameters parameters, long now) throws Refusal {
        long from = parameters.number("startTime").orElseThrow(() -> Refusal.missing("startTime"));
        long to = parameters.number("endTime").orElseThrow(() -> Refusal.missing("endTime"));
        if (to < from) {
            throw Refusal.invalid("startTime");
        }
        if (to - from > YEAR_MS) {
            throw Refusal.of(-1127, "More than 1 year between startTime and endTime.");
        }
        List<Download> before = all.stream()
                .filter(one -> one.kind() == kind && one.uid().equals(uid))
                .toList();
        if (before.stream().filter(sameMonth(now)).count() >= kind.quota()) {
            // The documentation has no number for this.
            throw Refusal.of(-1003, "Too many requests; the downloads of this month are used up.");
        }
        Draw draw = Draw.of(seed, "download " + kind + uid, before.size());
        Download started = new Download(
                draw.text(DIGITS, ID_LENGTH),
                draw.text("0123456789abcdef", TOKEN_LENGTH),
                kind,
                uid,
                from,
                to,
                now,
                now + draw.between(SOONEST_MS, LATEST_MS));
        all.add(started);
        return started;
    }

    /** The account's download of that number. */
    Optional<Download> of(Download.Kind kind, String uid, String id) {
        return all.stream()
                .filter(one ->
                        one.kind() == kind && one.uid().equals(uid) && one.id().equals(id))
                .findFirst();
    }

    /** The download whose file this is. */
    Optional<Download> named(String token) {
        return all.stream().filter(one -> one.token().equals(token)).findFirst();
    }

    /** What a world's files have in common is drawn from this. */
    Draw taste(Download.Kind kind) {
        return Draw.of(seed, "download columns " + kind);
    }

    private static Predicate<Download> sameMonth(long now) {
        YearMonth month = month(now);
        return one -> month(one.requested()).equals(month);
    }

    private static YearMonth month(long ms) {
        return YearMonth.from(Instant.ofEpochMilli(ms).atZone(ZoneOffset.UTC));
    }
}
