package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.binance.source.Page;
import recon.binance.source.Source;
import recon.collect.heal.Healing;
import recon.collect.plan.DailyPlan;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.row.Captured;
import recon.ledger.row.Observation;
import recon.storage.execution.SightedOrder;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/** One page of a source that is walked as a whole. */
final class SourceStep {
    /** How often a capture is repeated, hoping for a moment in which the account stands still. */
    private static final int RECAPTURES = 5;

    private static final Duration RECAPTURE_AFTER = Duration.ofSeconds(2);
    private static final String RECAPTURED = "recaptured";
    /** How often what is not there yet is looked for again, an hour later each time. */
    private static final int WAITS = 6;

    private static final Duration WAIT = Duration.ofHours(1);
    private static final String WAITED = "waited";

    private final PageTurner turner;
    private final Books books;
    private final Duration effectDelay;
    private final ExchangeTime time;
    private final Healing healing;

    SourceStep(PageTurner turner, Books books, Healing healing, Duration effectDelay, ExchangeTime time) {
        this.turner = requireNonNull(turner, "turner is null");
        this.books = requireNonNull(books, "books is null");
        this.effectDelay = requireNonNull(effectDelay, "effectDelay is null");
        this.time = requireNonNull(time, "time is null");
        this.healing = requireNonNull(healing, "healing is null");
    }

    StepOutcome next(Task task, Source source, TaskCursor cursor, Reader reader) {
        if (source.idle(reader.scope(cursor))) {
            return new StepOutcome.Done(cursor.values(), Map.of());
        }
        return switch (turner.turn(
                task, source, cursor.position(), reader.scope(cursor), reader.credentials(), cursor.values(), "")) {
            case Turn.Stopped(StepOutcome outcome) -> outcome;
            case Turn.SymbolUnknown unknown ->
                new StepOutcome.Failed(unknown.error().message());
            case Turn.Turned(Page page, Map<String, Long> totals) -> booked(task, page, totals, cursor);
        };
    }

    private StepOutcome booked(Task task, Page page, Map<String, Long> totals, TaskCursor cursor) {
        long recaptured = cursor.position().number(RECAPTURED).orElse(0L);
        if (recaptured < RECAPTURES && restless(page.observations())) {
            TaskCursor again = cursor.at(cursor.position().with(RECAPTURED, recaptured + 1));
            Instant later = time.ours(time.now().plus(RECAPTURE_AFTER));
            return new StepOutcome.PutBack(
                    again.values(), later, "the account moved while it was captured", false, totals);
        }
        if (page.next().waits()) {
            return waiting(page, totals, cursor, task.attributes().containsKey(DailyPlan.AT_ONCE));
        }
        books.write(page.observations(), time.now());
        List<SightedOrder> orders = Sightings.of(page.observations());
        if (!orders.isEmpty()) {
            healing.sighted(orders);
        }
        Map<String, String> standing = cursor.at(page.next()).values();
        return page.next().finished()
                ? new StepOutcome.Done(standing, totals)
                : new StepOutcome.Proceed(standing, totals);
    }

    /** Looks again later; at last keeps what is there. The rest is found with the days that follow. */
    private StepOutcome waiting(Page page, Map<String, Long> totals, TaskCursor cursor, boolean atOnce) {
        long waited = cursor.position().number(WAITED).orElse(0L);
        if (waited < WAITS && !atOnce) {
            TaskCursor again = cursor.at(cursor.position().with(WAITED, waited + 1));
            Instant later = time.ours(time.now().plus(WAIT));
            return new StepOutcome.PutBack(
                    again.values(), later, "the exchange does not have this day yet", false, totals);
        }
        books.write(page.observations(), time.now());
        return new StepOutcome.Skipped(
                totals,
                atOnce
                        ? "the exchange does not have this day yet: the next days ask for it again"
                        : "the exchange did not have this day after " + WAITS
                                + " hours: the next days ask for it again");
    }

    /** Whether the page is a capture of an account that moved just then, so that it is in doubt what it contains. */
    private boolean restless(List<Observation> observations) {
        return observations.stream()
                .map(observation -> observation instanceof Captured(var capture)
                        ? Optional.of(capture)
                        : Optional.<BalanceCapture>empty())
                .flatMap(Optional::stream)
                .anyMatch(capture -> capture.updateTime().isPresent() && !capture.quiet(effectDelay));
    }
}
