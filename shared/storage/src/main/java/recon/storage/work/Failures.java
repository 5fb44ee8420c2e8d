package recon.storage.work;

import java.util.Optional;
import java.util.function.IntSupplier;

/** Lets the rest go on when something fails, and remembers the first failure. */
final class Failures {
    private Optional<RuntimeException> first = Optional.empty();

    /** What the action says, or nothing if it fails. */
    int count(IntSupplier action) {
        try {
            return action.getAsInt();
        } catch (RuntimeException e) {
            if (first.isEmpty()) {
                first = Optional.of(e);
            }
            return 0;
        }
    }

    void rethrow() {
        first.ifPresent(e -> {
            throw e;
        });
    }
}
