package recon.aggregate.archive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import recon.intake.position.PositionAnswers;
import recon.intake.position.Unread;
import recon.storage.StorageException;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.item.Batches;
import recon.storage.item.Lanes;

/** Goes over the answers of a source of an account, in the order in which they came; some are fetched at a time. */
final class AnswerWalk {
    private static final int AHEAD = 32;

    private final Archive archive;
    private final ArchiveIndex index;
    private final PositionAnswers answers;
    private final int most;
    private final Instant until;
    private int read;

    /**
     * @param answers is told of objects that are damaged
     * @param most how many objects may be read
     * @param until what came later is not looked at
     */
    AnswerWalk(Archive archive, ArchiveIndex index, PositionAnswers answers, int most, Instant until) {
        this.archive = requireNonNull(archive, "archive is null");
        this.index = requireNonNull(index, "index is null");
        this.answers = requireNonNull(answers, "answers is null");
        this.most = most;
        this.until = requireNonNull(until, "until is null");
    }

    /** @throws TooManyAnswers if there are more than may be read */
    void each(String source, String account, Consumer<Answer> taker) {
        index.days(source, account).forEach(day -> {
            List<String> keys = archive.keys(source, account, day, until).toList();
            if (keys.size() > most - read) {
                throw new TooManyAnswers(most);
            }
            read += keys.size();
            Batches.chunks(keys, AHEAD).forEach(some -> {
                for (Fetched one : fetch(some)) {
                    switch (one) {
                        case Fetched.There(Answer answer) -> {
                            if (answer.sound()) {
                                taker.accept(answer);
                            }
                        }
                        case Fetched.Damaged(String key, String why) ->
                            answers.unread(new Unread("damaged_object", key, why));
                    }
                }
            });
        });
    }

    /** How many objects were read. */
    int objects() {
        return read;
    }

    private sealed interface Fetched {
        record There(Answer answer) implements Fetched {}

        record Damaged(String key, String why) implements Fetched {}
    }

    private List<Fetched> fetch(List<String> keys) {
        List<Callable<Fetched>> calls = new ArrayList<>(keys.size());
        keys.forEach(key -> calls.add(() -> fetch(key)));
        return Lanes.all(calls);
    }

    private Fetched fetch(String key) {
        try {
            return new Fetched.There(new Answer(key, archive.get(key)));
        } catch (StorageException.Malformed | StorageException.Missing e) {
            return new Fetched.Damaged(key, String.valueOf(e.getMessage()));
        }
    }
}
