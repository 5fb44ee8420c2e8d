package recon.storage.event;

import java.util.List;

/** Tells events to whoever has a rule for them. */
public interface EventBus {
    /** Tells all; an error means that some may not have been told, and all should be told again. */
    void publish(List<DomainEvent> events);
}
