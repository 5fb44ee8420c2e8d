package recon.record.symbol;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.binance.exchangeinfo.ExchangeInfo;
import recon.storage.work.RunPlan;
import recon.storage.work.Runs;
import recon.storage.work.TaskPlan;

/**
 * Asks by planning a run of {@code collect} with one task: its rate budget, its archive and its sweeper are then used as
 * for any other. The run's id holds the minute, so that many messages and many workers ask once. Its end is told under
 * an event of its own, which closes no day.
 */
public final class ExchangeInfoRun implements ExchangeInfoRequests {
    /** The event that tells its end; nobody has a rule for it. */
    public static final String COMPLETED = "ExchangeInfoCollected";

    private static final String KIND = "collect";
    private static final String EXCHANGE = "exchange";
    private static final Duration DEADLINE = Duration.ofMinutes(15);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

    private final Runs runs;

    public ExchangeInfoRun(Runs runs) {
        this.runs = requireNonNull(runs, "runs is null");
    }

    @Override
    public void ask(Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        runs.plan(new RunPlan(
                runId(now),
                KIND,
                LocalDate.ofInstant(minute, ZoneOffset.UTC),
                minute.plus(DEADLINE),
                Map.of(),
                List.of(new TaskPlan(
                        ExchangeInfo.NAME + ":" + EXCHANGE,
                        ExchangeInfo.NAME,
                        EXCHANGE,
                        0,
                        Set.of(),
                        minute,
                        Map.of())),
                COMPLETED));
    }

    /** The id of the run that is asked for in that minute. */
    public static String runId(Instant now) {
        return KIND + "-" + ExchangeInfo.NAME + "-" + MINUTE.format(now);
    }
}
