package recon.local.soak;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.OrderRecord;
import recon.storage.registry.ReconciliationError;
import recon.storage.watermark.Watermark;

/**
 * What is there in the end, be it in memory or in tables.
 *
 * @param now when that was, by the exchange's clock
 * @param marks what was claimed to be in the queue
 * @param orders all that the book has
 * @param errors of all accounts, resolved ones included
 */
record Kept(
        Instant now,
        List<Watermark> marks,
        ExecutionBook book,
        List<OrderRecord> orders,
        List<ReconciliationError> errors) {
    Kept {
        requireNonNull(now, "now is null");
        marks = List.copyOf(marks);
        requireNonNull(book, "book is null");
        orders = List.copyOf(orders);
        errors = List.copyOf(errors);
    }

    /** Errors of a type that nobody has resolved. */
    List<ReconciliationError> open(String type) {
        return errors.stream()
                .filter(error ->
                        error.errorType().equals(type) && error.resolvedAt().isEmpty())
                .toList();
    }
}
