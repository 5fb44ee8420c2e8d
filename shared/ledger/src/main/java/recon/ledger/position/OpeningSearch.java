package recon.ledger.position;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.ledger.position.row.CapturedPosition;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionKey;

/**
 * Finds what was held when the history begins: the first captured size less the fills up to it, unless the fills say that
 * nothing was. It goes over fills and captures once, in the order of a fold, before the fold does. Without a capture
 * nothing is known and nothing is guessed.
 */
public final class OpeningSearch {
    private final Map<PositionKey, OpeningWalk> walks = new LinkedHashMap<>();

    /** The next fill. */
    public void fill(FuturesFill fill) {
        walks.computeIfAbsent(fill.key(), OpeningWalk::new).fill(fill);
    }

    /** The next capture, which comes after the fills of its millisecond. */
    public void captured(CapturedPosition position) {
        walks.computeIfAbsent(position.key(), OpeningWalk::new).captured(position);
    }

    /**
     * Goes over all of them.
     *
     * @param fills in {@link FuturesFill#ORDER}
     * @param captures in {@link CapturedPosition#ORDER}
     */
    public static List<Opening> of(Iterator<FuturesFill> fills, Iterator<CapturedPosition> captures) {
        OpeningSearch search = new OpeningSearch();
        @Nullable CapturedPosition captured = captures.hasNext() ? captures.next() : null;
        while (fills.hasNext()) {
            FuturesFill fill = fills.next();
            while (captured != null && captured.time() < fill.time()) {
                search.captured(captured);
                captured = captures.hasNext() ? captures.next() : null;
            }
            search.fill(fill);
        }
        while (captured != null) {
            search.captured(captured);
            captured = captures.hasNext() ? captures.next() : null;
        }
        return search.openings();
    }

    /** What was found, to be given to the fold. */
    public List<Opening> openings() {
        return walks.values().stream().flatMap(OpeningWalk::opening).toList();
    }
}
