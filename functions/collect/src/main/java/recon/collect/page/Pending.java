package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import recon.binance.source.Cursor;

/**
 * What is still to be asked for, one after another, before a walk goes on. It travels in the walk's cursor.
 *
 * @param texts one each, without commas
 * @param from where the first of them goes on; empty for its beginning
 */
record Pending(List<String> texts, Optional<Long> from) {
    private static final String COMMA = ",";

    Pending {
        texts = List.copyOf(texts);
        requireNonNull(from, "from is null");
    }

    /** Reads what {@link #in} wrote under these names. */
    static Pending of(Cursor position, String texts, String from) {
        return new Pending(
                position.get(texts).map(text -> List.of(text.split(COMMA, -1))).orElse(List.of()),
                position.number(from));
    }

    Cursor in(Cursor position, String textsName, String fromName) {
        Cursor plain = position.without(textsName).without(fromName);
        Cursor with = texts.isEmpty() ? plain : plain.with(textsName, String.join(COMMA, texts));
        return from.map(id -> with.with(fromName, id)).orElse(with);
    }
}
