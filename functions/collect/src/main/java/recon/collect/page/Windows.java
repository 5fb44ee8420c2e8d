package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import recon.binance.request.HostFamily;
import recon.binance.source.Cursor;
import recon.binance.source.Phase;
import recon.binance.source.Source;
import recon.collect.plan.FuturesPlan;
import recon.ledger.setting.Settlement;
import recon.storage.registry.Registry;
import recon.storage.work.Run;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/**
 * Which times a task reads. In a daily run the day says it, and how far back
 * rows are read again: as far as its source does, and to the day that is closed for good with it at least. For futures positions it goes on from where the source last
 * ended, less what it reads again, and as far back as the exchange remembers where nothing was read before.
 */
final class Windows {
    /** How long the exchange keeps what happened in futures. */
    private static final Duration MEMORY = Duration.ofDays(90);

    private final Registry registry;
    private final ExchangeTime time;
    private final Settlement settlement;

    Windows(Registry registry, ExchangeTime time, Settlement settlement) {
        this.registry = requireNonNull(registry, "registry is null");
        this.time = requireNonNull(time, "time is null");
        this.settlement = requireNonNull(settlement, "settlement is null");
    }

    /** Where a task begins that has not run yet. */
    TaskCursor begin(Task task, Run run, Source source) {
        if (!FuturesPlan.is(run)) {
            Instant from = run.day().atStartOfDay(ZoneOffset.UTC).toInstant().minus(overlap(source));
            return new TaskCursor(from, time.now(), Cursor.START);
        }
        Instant now = time.now(HostFamily.of(source.endpoint().path()));
        Optional<FuturesPlan.Again> again = FuturesPlan.again(run);
        if (again.isPresent()) {
            Instant oldest = now.minus(MEMORY);
            Instant from = again.get().from();
            Instant to = byContract(source) || again.get().to().isAfter(now)
                    ? now
                    : again.get().to();
            return new TaskCursor(
                    from.isBefore(oldest) ? oldest : from, to.isBefore(oldest) ? oldest : to, Cursor.START);
        }
        return new TaskCursor(from(task, run, source, now), now, Cursor.START);
    }

    /**
     * What is walked contract by contract is read from a window's beginning to now, even where a person names its last day:
     * this run captures the positions as well, and a capture is held against all fills until then; and where the walk ends,
     * the next run goes on. From the first row it meets it goes by id anyway, which has no end.
     */
    private static boolean byContract(Source source) {
        return source.phase() == Phase.CONTRACTS;
    }

    private Duration overlap(Source source) {
        Duration least = settlement.readAgain();
        return source.overlap().compareTo(least) < 0 ? least : source.overlap();
    }

    private Instant from(Task task, Run run, Source source, Instant now) {
        Instant oldest = now.minus(MEMORY);
        Instant last = source.resumes()
                .flatMap(again ->
                        registry.synced(task.accountId(), source.name()).map(until -> until.minus(again)))
                .orElse(oldest);
        Instant whole = now.minus(source.overlap());
        Instant wanted = FuturesPlan.firstOfItsDay(run) && whole.isBefore(last) ? whole : last;
        return wanted.isBefore(oldest) ? oldest : wanted;
    }

    /** Takes note of how far a source has been read that goes on from there; a window read again is behind that. */
    StepOutcome ended(Task task, Run run, Source source, TaskCursor cursor, StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Done
                && FuturesPlan.is(run)
                && FuturesPlan.again(run).isEmpty()
                && source.resumes().isPresent()) {
            registry.synced(task.accountId(), source.name(), cursor.to());
        }
        return outcome;
    }
}
