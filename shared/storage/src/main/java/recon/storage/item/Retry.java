package recon.storage.item;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import recon.storage.StorageException;

/** Tries again, a bounded number of times, with pauses that grow and differ between workers. */
public final class Retry {
    /** Attempts before a conflict is given up: some 4 s at most. */
    public static final int ATTEMPTS = 12;

    private static final int LONGEST_PAUSE_MS = 640;

    private Retry() {}

    /** The first result that is there; nothing is there as long as others get in the way. */
    public static <T> Optional<T> attempt(Supplier<Optional<T>> once) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<T> result = once.get();
            if (result.isPresent()) {
                return result;
            }
            pause(attempt);
        }
        return Optional.empty();
    }

    /** As {@link #attempt}, but to fail every time is an error that says what could not be done. */
    public static <T> T until(String what, Supplier<Optional<T>> once) {
        return attempt(once).orElseThrow(() -> new StorageException.Contended(what, ATTEMPTS));
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, Math.min(LONGEST_PAUSE_MS, 10 << attempt) + 1L));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException.Interrupted("waiting to try again");
        }
    }
}
