package recon.collect.heal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recon.storage.registry.ReconciliationError;

/** Errors in memory, with the promises of the registry. */
final class MemoryErrors implements ErrorBook {
    private final Map<String, ReconciliationError> errors = new LinkedHashMap<>();

    @Override
    public void put(ReconciliationError error) {
        errors.merge(
                error.id(),
                error,
                (before, next) ->
                        before.resolvedAt().isPresent() && next.resolvedAt().isEmpty() ? before : next);
    }

    @Override
    public List<ReconciliationError> all(String account) {
        return errors.values().stream()
                .filter(error -> error.accountId().equals(account))
                .toList();
    }

    /** The ids of those that are not settled. */
    List<String> open() {
        return errors.values().stream()
                .filter(error -> error.resolvedAt().isEmpty())
                .map(ReconciliationError::id)
                .toList();
    }

    ReconciliationError get(String id) {
        return new ArrayList<>(errors.values())
                .stream().filter(error -> error.id().equals(id)).findFirst().orElseThrow();
    }
}
