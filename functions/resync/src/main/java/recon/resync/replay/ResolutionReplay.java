package recon.resync.replay;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.registry.Resolutions;
import recon.storage.work.Task;

/** Settles again what a person has settled. */
final class ResolutionReplay implements ObjectReplay {
    private final Resolutions resolutions;
    private final Registry registry;

    ResolutionReplay(Resolutions resolutions, Registry registry) {
        this.resolutions = requireNonNull(resolutions, "resolutions is null");
        this.registry = requireNonNull(registry, "registry is null");
    }

    @Override
    public Map<String, Long> read(Task task, String key) {
        ReconciliationError settled = resolutions.read(key);
        boolean known = registry.errors(settled.accountId()).stream()
                .anyMatch(error ->
                        error.id().equals(settled.id()) && error.resolvedAt().isPresent());
        if (!known) {
            registry.put(settled);
        }
        return Map.of(Counts.RESTORED, known ? 0L : 1L);
    }
}
