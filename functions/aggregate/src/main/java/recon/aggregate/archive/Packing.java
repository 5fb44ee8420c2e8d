package recon.aggregate.archive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.storage.archive.ArchivePacks;
import recon.storage.archive.ArchivedAnswer;

/**
 * Packs answers as they go by, without a gap: it ends for good before one that is damaged, too young or too large, for what
 * stands before the end of a pack is not looked for any more.
 */
final class Packing {
    /** Fewer are not worth an object. */
    private static final int FEWEST = 16;

    private static final int MOST = 1_000;
    private static final int MOST_BYTES = 4_000_000;

    private final ArchivePacks packs;
    private final Instant settled;
    private final List<ArchivedAnswer> waiting = new ArrayList<>();
    private int bytes;
    private boolean ended;

    /** @param settled nothing will be archived any more that came before it */
    Packing(ArchivePacks packs, Instant settled) {
        this.packs = requireNonNull(packs, "packs is null");
        this.settled = requireNonNull(settled, "settled is null");
    }

    /** The next one; empty for one that is damaged. */
    void next(Optional<ArchivedAnswer> answer) {
        if (ended) {
            return;
        }
        Optional<ArchivedAnswer> taken = answer.filter(this::packable);
        if (taken.isEmpty()) {
            end();
            return;
        }
        int length = taken.get().response().body().length;
        if (waiting.size() == MOST || bytes + length > MOST_BYTES) {
            flush();
        }
        waiting.add(taken.get());
        bytes += length;
    }

    private boolean packable(ArchivedAnswer answer) {
        return answer.response().receivedAt().isBefore(settled)
                && answer.response().body().length <= MOST_BYTES
                && ArchivePacks.takes(answer);
    }

    /** There are no more. */
    void end() {
        if (!ended && waiting.size() >= FEWEST) {
            flush();
        }
        ended = true;
    }

    private void flush() {
        packs.put(waiting);
        waiting.clear();
        bytes = 0;
    }
}
