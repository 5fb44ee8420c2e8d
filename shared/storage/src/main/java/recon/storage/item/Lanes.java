package recon.storage.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import recon.storage.StorageException;

/** Several calls at a time, but never more than a few: what one worker may ask of the store at once. */
public final class Lanes {
    private static final int WIDTH = 4;

    private Lanes() {}

    /** Results in the order of the calls; all calls have ended when this returns or throws what the first one threw. */
    public static <T> List<T> all(List<? extends Callable<T>> calls) {
        try {
            if (calls.size() == 1) {
                return List.of(calls.getFirst().call());
            }
            return together(calls);
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException.Interrupted("waiting for the store");
        } catch (Exception e) {
            throw rethrown(e);
        }
    }

    private static <T> List<T> together(List<? extends Callable<T>> calls)
            throws InterruptedException, ExecutionException {
        try (ExecutorService lanes = Executors.newFixedThreadPool(
                Math.clamp(calls.size(), 1, WIDTH), Thread.ofVirtual().factory())) {
            List<T> results = new ArrayList<>(calls.size());
            for (Future<T> future : lanes.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(cause);
        };
    }
}
