package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import recon.binance.request.HostFamily;
import recon.binance.source.Page;
import recon.binance.source.Source;
import recon.collect.heal.Healing;
import recon.intake.page.Books;
import recon.intake.page.Counting;
import recon.storage.execution.SightedOrder;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/** One page of a source that is walked as a whole. */
final class SourceStep {
    private static final Duration RECAPTURE_AFTER = Duration.ofSeconds(2);
    /** How much later what is not there yet is looked for again. */
    private static final Duration WAIT = Duration.ofHours(1);

    private final PageTurner turner;
    private final Books books;
    private final Counting counting;
    private final ExchangeTime time;
    private final Healing healing;

    SourceStep(PageTurner turner, Books books, Healing healing, Duration effectDelay, ExchangeTime time) {
        this.turner = requireNonNull(turner, "turner is null");
        this.books = requireNonNull(books, "books is null");
        this.counting = new Counting(effectDelay);
        this.time = requireNonNull(time, "time is null");
        this.healing = requireNonNull(healing, "healing is null");
    }

    StepOutcome next(Task task, Source source, TaskCursor cursor, Reader reader) {
        return switch (turner.turn(
                task, source, cursor.position(), reader.scope(cursor), reader.credentials(), cursor.values(), "")) {
            case Turn.Stopped(StepOutcome outcome) -> outcome;
            case Turn.SymbolUnknown unknown ->
                new StepOutcome.Failed(unknown.error().message());
            case Turn.Turned(Page page, Map<String, Long> totals) -> booked(task, page, totals, cursor);
        };
    }

    private StepOutcome booked(Task task, Page page, Map<String, Long> totals, TaskCursor cursor) {
        return switch (counting.of(page, cursor.position(), task.attributes())) {
            case CAPTURE_AGAIN ->
                again(
                        cursor.at(Counting.recapturing(cursor.position())),
                        RECAPTURE_AFTER,
                        "the account moved while it was captured",
                        totals);
            case WAIT ->
                again(
                        cursor.at(Counting.waiting(cursor.position())),
                        WAIT,
                        "the exchange does not have this day yet",
                        totals);
            case COUNTS_AS_IT_IS -> asItIs(page, totals, task.attributes().containsKey(Counting.AT_ONCE));
            case COUNTS -> counted(page, totals, cursor);
        };
    }

    private StepOutcome again(TaskCursor cursor, Duration wait, String reason, Map<String, Long> totals) {
        return new StepOutcome.PutBack(
                cursor.values(), time.ours(HostFamily.SPOT, time.now().plus(wait)), reason, false, totals);
    }

    private StepOutcome counted(Page page, Map<String, Long> totals, TaskCursor cursor) {
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

    /** Keeps what is there; the rest is found with the days that follow. */
    private StepOutcome asItIs(Page page, Map<String, Long> totals, boolean atOnce) {
        books.write(page.observations(), time.now());
        return new StepOutcome.Skipped(
                totals,
                atOnce
                        ? "the exchange does not have this day yet: the next days ask for it again"
                        : "the exchange did not have this day after " + Counting.WAITS
                                + " hours: the next days ask for it again");
    }
}
