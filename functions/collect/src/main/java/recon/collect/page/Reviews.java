package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.Optional;
import recon.binance.error.ExchangeError;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.work.Task;

/** Opens a reconciliation error for a person to look at. The same failure of the same task is one error. */
final class Reviews {
    private final Registry registry;
    private final InstantSource clock;

    Reviews(Registry registry, InstantSource clock) {
        this.registry = requireNonNull(registry, "registry is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    void open(Task task, String symbol, ExchangeError error, String key) {
        registry.put(new ReconciliationError(
                task.runId() + "/" + task.taskId() + (symbol.isEmpty() ? "" : "/" + symbol),
                clock.instant(),
                task.accountId(),
                error.errorClass().name(),
                symbol,
                error.message(),
                key,
                true,
                Optional.empty(),
                ""));
    }
}
