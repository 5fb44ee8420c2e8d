package recon.storage.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Something that happened. It may be told more than once: the id is the same every time, so that who listens can act
 * once.
 *
 * @param id deterministic, for instance {@code CollectionCompleted#collect-2026-01-05}
 * @param type for instance {@code CollectionCompleted}
 * @param source who says so, for instance {@code recon.collect}
 * @param time when it happened, UTC
 * @param detailJson a JSON object
 */
public record DomainEvent(String id, String type, String source, Instant time, String detailJson) {
    public DomainEvent {
        requireNonNull(id, "id is null");
        requireNonNull(type, "type is null");
        requireNonNull(source, "source is null");
        requireNonNull(time, "time is null");
        requireNonNull(detailJson, "detailJson is null");
        if (!detailJson.startsWith("{") || !detailJson.endsWith("}")) {
            throw new IllegalArgumentException("detail of " + type + " is not a JSON object");
        }
    }
}
