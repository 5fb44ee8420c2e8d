package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.binance.klines.MinuteKlines;
import recon.binance.source.Cursor;
import recon.binance.source.Source;
import recon.collect.account.CollectedAccount;
import recon.collect.discovery.ForeignFees;
import recon.collect.discovery.ForeignFees.Piece;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/** One request for the minutes in which a fee was paid in another asset: what was asked for is in the archive. */
final class MinuteStep {
    private static final String CONTRACT = "contract";
    private static final String LAST = "last";

    private final Setup setup;
    private final PageTurner turner;
    private final ForeignFees fees;
    private final Map<String, List<Piece>> wanted = new HashMap<>();

    MinuteStep(Setup setup, PageTurner turner, ForeignFees fees) {
        this.setup = requireNonNull(setup, "setup is null");
        this.turner = requireNonNull(turner, "turner is null");
        this.fees = requireNonNull(fees, "fees is null");
    }

    StepOutcome next(Task task, Source source, TaskCursor cursor, Reader reader) {
        return wanted.computeIfAbsent(task.taskId(), id -> pieces(cursor)).stream()
                .filter(piece -> after(piece, cursor.position()))
                .findFirst()
                .map(piece -> ask(task, source, cursor, piece, reader))
                .orElseGet(() -> new StepOutcome.Done(cursor.values(), Map.of()));
    }

    private StepOutcome ask(Task task, Source source, TaskCursor cursor, Piece piece, Reader reader) {
        StepOutcome.Proceed done = new StepOutcome.Proceed(
                cursor.at(Cursor.START.with(CONTRACT, piece.contract()).with(LAST, piece.last()))
                        .values(),
                Map.of());
        return switch (turner.turn(
                task,
                source,
                MinuteKlines.of(piece.contract(), piece.first(), piece.minutes()),
                reader.scope(cursor),
                reader.credentials(),
                cursor.values(),
                piece.contract())) {
            case Turn.Stopped(StepOutcome outcome) -> outcome;
            // A contract that is not there any more has no price: the fee stays without one, and is said to.
            case Turn.SymbolUnknown unknown -> done;
            case Turn.Turned turned -> new StepOutcome.Proceed(done.cursor(), turned.totals());
        };
    }

    private static boolean after(Piece piece, Cursor position) {
        Optional<String> contract = position.get(CONTRACT);
        int order = contract.map(last -> piece.contract().compareTo(last)).orElse(1);
        return order > 0 || (order == 0 && piece.first() > position.number(LAST).orElseThrow());
    }

    private List<Piece> pieces(TaskCursor cursor) {
        return fees.between(
                setup.accounts().all().stream().map(CollectedAccount::account).toList(),
                setup.registry().contracts(),
                cursor.from(),
                cursor.to(),
                MinuteKlines.MOST_MINUTES);
    }
}
