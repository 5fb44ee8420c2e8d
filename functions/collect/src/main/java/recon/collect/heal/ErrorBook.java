package recon.collect.heal;

import java.util.List;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;

/** Where errors are kept, each once by its id. */
public interface ErrorBook {
    /** Keeps an error in the place of the one with its id; one that is resolved is not opened again. */
    void put(ReconciliationError error);

    /** The errors of an account, resolved ones included. */
    List<ReconciliationError> all(String account);

    /** The errors of the registry. */
    static ErrorBook of(Registry registry) {
        return new ErrorBook() {
            @Override
            public void put(ReconciliationError error) {
                registry.put(error);
            }

            @Override
            public List<ReconciliationError> all(String account) {
                return registry.errors(account);
            }
        };
    }
}
