package recon.storage.registry;

import recon.storage.item.Item;
import recon.storage.item.Keys;

/** A reconciliation error as an item under its account. */
final class ErrorItems {
    private ErrorItems() {}

    static String partition(String accountId) {
        return Keys.join(accountId, "errors");
    }

    static Item write(ReconciliationError error) {
        return Item.at(partition(error.accountId()), error.id())
                .time("timestamp", error.timestamp())
                .text("account_id", error.accountId())
                .text("error_type", error.errorType())
                .known("symbol", error.symbol())
                .text("message", error.message())
                .known("raw_error", error.rawRef())
                .flag("needs_manual_review", error.needsManualReview())
                .time("resolved_at", error.resolvedAt())
                .known("resolution_notes", error.notes())
                .build();
    }

    static ReconciliationError read(Item item) {
        return new ReconciliationError(
                item.sort(),
                item.time("timestamp"),
                item.text("account_id"),
                item.text("error_type"),
                item.maybeText("symbol").orElse(""),
                item.text("message"),
                item.maybeText("raw_error").orElse(""),
                item.flag("needs_manual_review"),
                item.maybeTime("resolved_at"),
                item.maybeText("resolution_notes").orElse(""));
    }
}
