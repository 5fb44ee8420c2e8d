package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import recon.binance.error.ExchangeError;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.RefusedSource;
import recon.storage.registry.Registry;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/**
 * What the exchange refuses to the key of an account. A source that it may not read is named once and left alone until a
 * person settles that; a key that is refused altogether is not used again in the run. Made anew for every message.
 */
final class Refusals {
    private static final String NOT_READABLE = "NOT_READABLE";
    /** Stands in the place of a source where the key itself is refused. */
    private static final String KEY = "key";

    private final Registry registry;
    private final InstantSource clock;
    private final Map<String, Map<String, RefusedSource>> known = new HashMap<>();

    Refusals(Registry registry, InstantSource clock) {
        this.registry = requireNonNull(registry, "registry is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** What becomes of a task that need not be tried; empty if it has to be. */
    Optional<StepOutcome> standing(Task task, String source) {
        Map<String, RefusedSource> refused = known.computeIfAbsent(task.accountId(), registry::refused);
        return Optional.ofNullable(refused.get(KEY))
                .filter(key -> key.errorId().equals(halt(task)))
                .map(_ -> failed("nothing more is asked with this key in this run"))
                .or(() -> Optional.ofNullable(refused.get(source)).flatMap(this::open));
    }

    private Optional<StepOutcome> open(RefusedSource refused) {
        return registry.error(refused.accountId(), refused.errorId())
                .filter(error -> error.resolvedAt().isEmpty())
                .map(error -> new StepOutcome.Skipped(
                        Map.of(),
                        "the key may not read this, as error " + error.id()
                                + " says: settle it to have it asked again"));
    }

    /** Only this source is refused: the key is good. */
    StepOutcome ofSource(Task task, String source, ExchangeError error, String key) {
        String id = NOT_READABLE + "/" + source + "/" + task.runId();
        open(id, task, NOT_READABLE, source + " is not collected: " + error.message(), key);
        registry.put(new RefusedSource(task.accountId(), source, id));
        return new StepOutcome.Skipped(Map.of(), "the key may not read this: " + error.message());
    }

    /** The key is refused: the other tasks of its account need not find that out by themselves. */
    StepOutcome ofKey(Task task, ExchangeError error, String key) {
        open(halt(task), task, error.errorClass().name(), error.message(), key);
        registry.put(new RefusedSource(task.accountId(), KEY, halt(task)));
        return failed(error.message());
    }

    private void open(String id, Task task, String type, String message, String key) {
        registry.put(new ReconciliationError(
                id, clock.instant(), task.accountId(), type, "", message, key, true, Optional.empty(), ""));
    }

    private static String halt(Task task) {
        return task.runId() + "/key";
    }

    private static StepOutcome failed(String why) {
        return new StepOutcome.Failed("API_KEY_INVALID: " + why);
    }
}
