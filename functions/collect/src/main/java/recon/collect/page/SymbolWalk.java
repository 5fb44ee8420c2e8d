package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import recon.binance.source.Cursor;
import recon.binance.source.Source;
import recon.collect.discovery.Candidates;
import recon.collect.discovery.Question;
import recon.storage.work.Task;

/**
 * A task that reads symbol by symbol, and where it stands. Besides the source that it is named after it may ask others,
 * which move the same wallet.
 *
 * @param task what is worked on
 * @param source what is read
 * @param cursor where it stands
 * @param reader who reads
 * @param candidates what is still to be asked
 */
record SymbolWalk(Task task, Source source, TaskCursor cursor, Reader reader, Candidates candidates) {
    /** The cursor's key for the source that is read at present, where it is not the one that the task is named after. */
    private static final String READING = "reading";

    SymbolWalk {
        requireNonNull(task, "task is null");
        requireNonNull(source, "source is null");
        requireNonNull(cursor, "cursor is null");
        requireNonNull(reader, "reader is null");
        requireNonNull(candidates, "candidates is null");
    }

    /**
     * A walk where its task stands.
     *
     * @param own the source that the task is named after
     * @param sources all of them, by name
     */
    static SymbolWalk of(
            Task task,
            Source own,
            Map<String, Source> sources,
            TaskCursor cursor,
            Reader reader,
            Candidates candidates) {
        Source source = cursor.position()
                .get(READING)
                .map(name -> requireNonNull(sources.get(name), "no source is called " + name))
                .orElse(own);
        return new SymbolWalk(task, source, cursor, reader, candidates);
    }

    /** The symbol it is at; empty between two of them. */
    Optional<String> symbol() {
        return cursor.position().get(Cursor.SYMBOL);
    }

    /** The source's own position. */
    Cursor position() {
        return cursor.position().without(READING);
    }

    /** The task standing at another position of the same source. */
    TaskCursor at(Cursor next) {
        return cursor.at(cursor.position()
                .get(READING)
                .map(name -> next.with(READING, name))
                .orElse(next));
    }

    /** The task between two symbols. */
    TaskCursor between() {
        return cursor.at(Cursor.START);
    }

    /** This walk at the beginning of a symbol: at its bookmark, if it has one. */
    SymbolWalk begin(Question question, Source own, Source asked) {
        String symbol = question.symbol().name();
        Cursor start = candidates
                .known(asked.name(), symbol)
                .map(known -> new Cursor(known.cursor()).resumed())
                .orElse(Cursor.START)
                .with(Cursor.SYMBOL, symbol);
        Cursor position = asked.equals(own) ? start : start.with(READING, asked.name());
        return new SymbolWalk(task, asked, cursor.at(position), reader, candidates);
    }
}
