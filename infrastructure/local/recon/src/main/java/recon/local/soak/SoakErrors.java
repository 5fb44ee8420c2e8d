package recon.local.soak;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recon.collect.heal.ErrorBook;
import recon.storage.registry.ReconciliationError;

/** Errors in memory, with the promises of the registry: each once by account and id, and what is resolved stays so. */
final class SoakErrors implements ErrorBook {
    private final Map<String, ReconciliationError> errors = new LinkedHashMap<>();

    @Override
    public void put(ReconciliationError error) {
        errors.merge(
                error.accountId() + " " + error.id(),
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

    /** Those of all accounts. */
    List<ReconciliationError> all() {
        return List.copyOf(errors.values());
    }
}
