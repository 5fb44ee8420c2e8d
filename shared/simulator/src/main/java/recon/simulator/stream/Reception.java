package recon.simulator.stream;

import java.util.Optional;
import java.util.regex.Pattern;
import recon.simulator.limits.Bucket;
import recon.simulator.limits.Budgets;
import recon.simulator.limits.Verdict;
import recon.simulator.log.LogLine;
import recon.simulator.log.RequestLog;

/** Lets connections in, or not, and writes down what was asked for. */
final class Reception {
    private static final int MICROS = 1_000;
    private static final int WEIGHT = 2;
    private static final int SWITCHING = 101;
    private static final int TOO_MANY = 429;
    private static final int BANNED = 418;
    private static final Pattern MICROSECONDS = Pattern.compile("\\btimeUnit=(MICROSECOND|microsecond)\\b");

    private final Budgets budgets;
    private final RequestLog log;
    private long lastSession;

    Reception(Budgets budgets, RequestLog log) {
        this.budgets = budgets;
        this.log = log;
    }

    Admission admit(StreamHub hub, StreamSink sink, String query) {
        long now = hub.now();
        return switch (budgets.connect(now)) {
            case Verdict.TooMany broken -> turnedAway(now, TOO_MANY, broken.retryAfterSeconds());
            case Verdict.Banned ban -> turnedAway(now, BANNED, ban.retryAfterSeconds());
            case Verdict.Admitted _ -> {
                logConnection(now, SWITCHING);
                int perMs = MICROSECONDS.matcher(query).find() ? MICROS : 1;
                boolean showsLimits = !query.contains("returnRateLimits=false");
                yield new Admission.Admitted(new StreamSession(
                        hub, ++lastSession, sink, new StreamSession.Connected(now, perMs, showsLimits)));
            }
        };
    }

    /** A request of a session. */
    void log(long now, String target, Optional<String> uid, int status, Bucket bucket, int weight) {
        log.append(
                new LogLine(0, now, "WS", target, uid, status, Optional.of(bucket.name()), weight, Optional.empty()));
    }

    private Admission turnedAway(long now, int status, long retryAfterSeconds) {
        logConnection(now, status);
        return new Admission.TurnedAway(status, retryAfterSeconds);
    }

    private void logConnection(long now, int status) {
        log(now, "connect", Optional.empty(), status, Bucket.connections(), WEIGHT);
    }
}
