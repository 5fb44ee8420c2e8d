package recon.collect.heal;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.OrderEvent;
import recon.storage.execution.OrderRecord;

/** Tells whoever listens of orders that have changed; who dies in between leaves them to be told by the next one. */
final class Announcer {
    private final ExecutionBook book;
    private final EventBus bus;

    Announcer(ExecutionBook book, EventBus bus) {
        this.book = requireNonNull(book, "book is null");
        this.bus = requireNonNull(bus, "bus is null");
    }

    void tell(Collection<OrderRecord> orders) {
        List<OrderRecord> untold =
                orders.stream().filter(OrderRecord::untold).distinct().toList();
        if (!untold.isEmpty()) {
            bus.publish(untold.stream().map(OrderEvent::of).toList());
            book.told(untold);
        }
    }
}
