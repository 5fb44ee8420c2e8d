package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.binance.source.Page;
import recon.binance.source.Source;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.row.Captured;
import recon.ledger.row.Observation;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/** One page of a source that is walked as a whole. */
final class SourceStep {
    /** How often a capture is repeated, hoping for a moment in which the account stands still. */
    private static final int RECAPTURES = 5;

    private static final Duration RECAPTURE_AFTER = Duration.ofSeconds(2);
    private static final String RECAPTURED = "recaptured";

    private final PageTurner turner;
    private final Books books;
    private final Duration effectDelay;
    private final ExchangeTime time;

    SourceStep(PageTurner turner, Books books, Duration effectDelay, ExchangeTime time) {
        this.turner = requireNonNull(turner, "turner is null");
        this.books = requireNonNull(books, "books is null");
        this.effectDelay = requireNonNull(effectDelay, "effectDelay is null");
        this.time = requireNonNull(time, "time is null");
    }

    StepOutcome next(Task task, Source source, TaskCursor cursor, Reader reader) {
        return switch (turner.turn(
                task, source, cursor.position(), reader.scope(cursor), reader.credentials(), cursor.values(), "")) {
            case Turn.Stopped(StepOutcome outcome) -> outcome;
            case Turn.SymbolUnknown unknown ->
                new StepOutcome.Failed(unknown.error().message());
            case Turn.Turned(Page page, Map<String, Long> totals) -> booked(page, totals, cursor);
        };
    }

    private StepOutcome booked(Page page, Map<String, Long> totals, TaskCursor cursor) {
        long recaptured = cursor.position().number(RECAPTURED).orElse(0L);
        if (recaptured < RECAPTURES && restless(page.observations())) {
            TaskCursor again = cursor.at(cursor.position().with(RECAPTURED, recaptured + 1));
            Instant later = time.ours(time.now().plus(RECAPTURE_AFTER));
            return new StepOutcome.PutBack(again.values(), later, "the account moved while it was captured", false);
        }
        books.write(page.observations(), time.now());
        Map<String, String> standing = cursor.at(page.next()).values();
        return page.next().finished()
                ? new StepOutcome.Done(standing, totals)
                : new StepOutcome.Proceed(standing, totals);
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
