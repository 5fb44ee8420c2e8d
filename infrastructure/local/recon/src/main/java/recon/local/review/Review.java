package recon.local.review;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.ledger.Account;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.registry.Resolutions;

/** The reconciliation errors of some accounts, and of the exchange as a whole: opened by the functions, settled here. */
final class Review {
    /** Whose errors those are that are about no account. */
    private static final String EXCHANGE = "exchange";

    private final Registry registry;
    private final List<Account> accounts;
    private final Resolutions resolutions;
    private final InstantSource clock;

    /**
     * @param resolutions keeps what is settled in the archive
     * @param clock ours; stamps what is settled
     */
    Review(Registry registry, List<Account> accounts, Resolutions resolutions, InstantSource clock) {
        this.registry = requireNonNull(registry, "registry is null");
        this.accounts = List.copyOf(accounts);
        this.resolutions = requireNonNull(resolutions, "resolutions is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Those that are open, those that need a person first, the oldest of each first. */
    List<ReconciliationError> open() {
        return all().filter(error -> error.resolvedAt().isEmpty())
                .sorted(Comparator.comparing(ReconciliationError::needsManualReview)
                        .reversed()
                        .thenComparing(ReconciliationError::timestamp)
                        .thenComparing(ReconciliationError::id))
                .toList();
    }

    /** Those that are settled, the last one last. */
    List<ReconciliationError> resolved() {
        return all().filter(error -> error.resolvedAt().isPresent())
                .sorted(Comparator.comparing(error -> error.resolvedAt().orElseThrow()))
                .toList();
    }

    /**
     * Settles one.
     *
     * @param notes what was found and done, for whoever reads the books later
     * @throws NotSettled if none is open by that id, or those of several accounts are
     */
    ReconciliationError resolve(String id, Optional<String> account, String notes) {
        List<ReconciliationError> meant = all().filter(error -> error.id().equals(id))
                .filter(error -> account.map(error.accountId()::equals).orElse(true))
                .toList();
        if (meant.isEmpty()) {
            throw new NotSettled("no error has the id " + id + ": 'recon errors' lists them");
        }
        List<ReconciliationError> open =
                meant.stream().filter(error -> error.resolvedAt().isEmpty()).toList();
        if (open.isEmpty()) {
            throw new NotSettled("the error " + id + " is settled already");
        }
        if (open.size() > 1) {
            throw new NotSettled("several accounts have an error " + id + ": say which with --account, of "
                    + open.stream().map(ReconciliationError::accountId).toList());
        }
        ReconciliationError settled = open.getFirst().settled(clock.instant(), notes);
        resolutions.keep(settled);
        registry.put(settled);
        return settled;
    }

    /** Nothing can be settled by that id. */
    static final class NotSettled extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotSettled(String message) {
            super(message);
        }
    }

    private Stream<ReconciliationError> all() {
        return Stream.concat(Stream.of(EXCHANGE), accounts.stream().map(Account::id))
                .flatMap(account -> registry.errors(account).stream());
    }
}
