package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import recon.binance.source.Cursor;
import recon.binance.source.Source;
import recon.collect.discovery.Candidates;
import recon.ledger.symbol.Symbol;
import recon.storage.work.Task;

/**
 * A task that reads a source symbol by symbol, and where it stands.
 *
 * @param task what is worked on
 * @param source what is read
 * @param cursor where it stands
 * @param reader who reads
 * @param candidates the symbols that are still to be asked for
 */
record SymbolWalk(Task task, Source source, TaskCursor cursor, Reader reader, Candidates candidates) {
    SymbolWalk {
        requireNonNull(task, "task is null");
        requireNonNull(source, "source is null");
        requireNonNull(cursor, "cursor is null");
        requireNonNull(reader, "reader is null");
        requireNonNull(candidates, "candidates is null");
    }

    /** The symbol it is at; empty between two of them. */
    Optional<String> symbol() {
        return cursor.position().get(Cursor.SYMBOL);
    }

    /** This walk at the beginning of a symbol: at its bookmark, if it has one. */
    SymbolWalk begin(Symbol next) {
        Cursor start = candidates
                .known(next.name())
                .map(known -> new Cursor(known.cursor()).resumed())
                .orElse(Cursor.START);
        return new SymbolWalk(task, source, cursor.at(start.with(Cursor.SYMBOL, next.name())), reader, candidates);
    }
}
