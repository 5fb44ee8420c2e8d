package recon.aggregate.archive;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import recon.intake.position.PositionAnswers;
import recon.intake.position.Unread;
import recon.storage.StorageException;
import recon.storage.archive.ArchivePacks;
import recon.storage.archive.ArchivedAnswer;
import recon.storage.item.Batches;
import recon.storage.item.Lanes;

/**
 * Goes over the answers of a source of an account, in the order in which they came; some are fetched at a time. What was
 * packed by an earlier walk comes out of the packs, and what has come since is packed for the next one.
 */
final class AnswerWalk {
    private static final int AHEAD = 32;
    /** As long as a function may run: who got an answer has archived it by then. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(15);

    private final Stock stock;
    private final PositionAnswers answers;
    private final int most;
    private final Instant until;
    private final boolean fromRaw;
    private int read;

    /**
     * @param answers is told of objects that are damaged
     * @param most how many objects may be read
     * @param until what came later is not looked at; by the clock of who archives
     * @param fromRaw whether packs are not believed, but made anew
     */
    AnswerWalk(Stock stock, PositionAnswers answers, int most, Instant until, boolean fromRaw) {
        this.stock = requireNonNull(stock, "stock is null");
        this.answers = requireNonNull(answers, "answers is null");
        this.most = most;
        this.until = requireNonNull(until, "until is null");
        this.fromRaw = fromRaw;
    }

    /** @throws TooManyAnswers if there are more objects than may be read */
    void each(String source, String account, Consumer<Answer> taker) {
        Optional<String> after = Optional.empty();
        for (String pack : stock.packs().keys(source, account)) {
            String last = ArchivePacks.last(pack);
            for (ArchivedAnswer answer : packed(pack, source, account, after)) {
                boolean inTime = !answer.response().receivedAt().isAfter(until);
                if (inTime && (after.isEmpty() || answer.key().compareTo(after.get()) > 0)) {
                    take(answer, taker);
                }
            }
            after = Optional.of(last);
        }
        loose(source, account, after, taker);
    }

    private List<ArchivedAnswer> packed(String pack, String source, String account, Optional<String> after) {
        if (fromRaw) {
            return packedAnew(pack, source, account, after);
        }
        count(1);
        try {
            return stock.packs().get(pack);
        } catch (StorageException.Malformed e) {
            // It is only a copy: what it was made of is read instead, and packed again.
            return packedAnew(pack, source, account, after);
        }
    }

    private List<ArchivedAnswer> packedAnew(String pack, String source, String account, Optional<String> after) {
        String last = ArchivePacks.last(pack);
        List<String> keys = listed(stock.index()
                .keys(source, account, after)
                .takeWhile(key -> key.compareTo(last) <= 0)
                .limit(most - read + 1L)
                .toList());
        List<ArchivedAnswer> found = new ArrayList<>();
        Batches.chunks(keys, AHEAD).forEach(some -> fetch(some).forEach(one -> one.ifPresent(found::add)));
        boolean whole = !keys.isEmpty() && keys.getLast().equals(last) && found.size() == keys.size();
        if (whole && found.stream().allMatch(ArchivePacks::takes)) {
            stock.packs().put(found);
        }
        return found;
    }

    private void loose(String source, String account, Optional<String> after, Consumer<Answer> taker) {
        List<String> keys = listed(stock.index()
                .keysUntil(source, account, after, until)
                .limit(most - read + 1L)
                .toList());
        Packing packing = new Packing(stock.packs(), until.minus(UNDER_WAY));
        Batches.chunks(keys, AHEAD)
                .forEach(some -> fetch(some).forEach(one -> {
                    packing.next(one);
                    one.ifPresent(answer -> take(answer, taker));
                }));
        packing.end();
    }

    private List<String> listed(List<String> keys) {
        count(keys.size());
        return keys;
    }

    private void count(int objects) {
        if (objects > most - read) {
            throw new TooManyAnswers(most);
        }
        read += objects;
    }

    private static void take(ArchivedAnswer archived, Consumer<Answer> taker) {
        Answer answer = new Answer(archived.key(), archived.response());
        if (answer.sound()) {
            taker.accept(answer);
        }
    }

    /** How many objects were read. */
    int objects() {
        return read;
    }

    /** Empty for what is damaged, which is told. */
    private List<Optional<ArchivedAnswer>> fetch(List<String> keys) {
        List<Callable<Fetched>> calls = new ArrayList<>(keys.size());
        keys.forEach(key -> calls.add(() -> fetch(key)));
        return Lanes.all(calls).stream()
                .map(fetched -> switch (fetched) {
                    case Fetched.There(ArchivedAnswer answer) -> Optional.of(answer);
                    case Fetched.Damaged(String key, String why) -> {
                        answers.unread(new Unread("damaged_object", key, why));
                        yield Optional.<ArchivedAnswer>empty();
                    }
                })
                .toList();
    }

    private sealed interface Fetched {
        record There(ArchivedAnswer answer) implements Fetched {}

        record Damaged(String key, String why) implements Fetched {}
    }

    private Fetched fetch(String key) {
        try {
            return new Fetched.There(new ArchivedAnswer(key, stock.archive().get(key)));
        } catch (StorageException.Malformed | StorageException.Missing e) {
            return new Fetched.Damaged(key, String.valueOf(e.getMessage()));
        }
    }
}
