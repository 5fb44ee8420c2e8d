package recon.storage.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import recon.storage.StorageException;
import recon.storage.archive.Archive;
import recon.storage.archive.RawResponse;

/**
 * What the end of a collection sets off, as the archive keeps it: which days were closed when, for which accounts, and
 * what was missing then; and when trades were made of what there was. Without it nobody could do the same again from the
 * archive alone.
 *
 * @param event as it was told
 * @param runId the collection's run
 * @param receivedAt when it came, on our clock
 */
public record Collected(DomainEvent event, String runId, Instant receivedAt) {
    /** The type of the event. */
    public static final String TYPE = "CollectionCompleted";
    /** Under which source whoever closes days archives it. */
    public static final String SOURCE = "collection-completed";
    /** Under which source whoever makes trades of futures archives it. */
    public static final String FUTURES_SOURCE = "futures-collected";
    /** The account of what is about all of them. */
    public static final String ACCOUNT = "exchange";

    /** Attribute of a run that closes days because a replay wants it: the replay's run. */
    public static final String REPLAYED_BY = "replayedBy";

    /** Attribute of a run that does what was done before: when that was told of, UTC. */
    public static final String TOLD_AT = "toldAt";

    /** Attribute of a run that collects something else than what closes a day: {@link #FUTURES} or {@link #DOWNLOADS}. */
    public static final String COLLECTS = "collects";

    /** What a run collects that is read every few hours for the positions in futures contracts. */
    public static final String FUTURES = "futures";

    /** What a run collects that downloads the history in futures as files. */
    public static final String DOWNLOADS = "downloads";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RUN_ID = "runId";
    private static final int CAME = 200;

    public Collected {
        requireNonNull(event, "event is null");
        requireNonNull(runId, "runId is null");
        requireNonNull(receivedAt, "receivedAt is null");
    }

    /**
     * Whether a collection closes a day: one event tells the end of every kind of collection, and who listens takes what is
     * his.
     *
     * @param attributes of its run
     */
    public static boolean closesDay(Map<String, String> attributes) {
        return !attributes.containsKey(COLLECTS);
    }

    /** The run that closes what a collection has collected. */
    public static String closedBy(String runId) {
        return "reconcile-after-" + runId;
    }

    /** The run that makes trades of the futures that a collection has collected. */
    public static String foldedBy(String runId) {
        return "aggregate-after-" + runId;
    }

    /**
     * Keeps an event as it came, and returns its archive key.
     *
     * @param source {@link #SOURCE} or {@link #FUTURES_SOURCE}
     * @param envelope as EventBridge delivers it
     * @param receivedAt when it came, on our clock
     */
    public static String keep(Archive archive, String source, String envelope, Instant receivedAt) {
        return archive.put(new RawResponse(
                source,
                ACCOUNT,
                "EVENT " + TYPE,
                CAME,
                Map.of(),
                receivedAt,
                true,
                envelope.getBytes(StandardCharsets.UTF_8)));
    }

    /** The event that is archived at a key. */
    public static Collected read(Archive archive, String key) {
        RawResponse kept = archive.get(key);
        try {
            return read(JSON.readTree(kept.body()), kept.receivedAt());
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            throw new StorageException.Malformed("archived event " + key, String.valueOf(e.getMessage()));
        }
    }

    private static Collected read(JsonNode envelope, Instant receivedAt) {
        JsonNode detail = envelope.required("detail");
        return new Collected(
                new DomainEvent(
                        envelope.required("resources").required(0).asText(),
                        envelope.required("detail-type").asText(),
                        envelope.required("source").asText(),
                        Instant.parse(envelope.required("time").asText()),
                        detail.toString()),
                detail.required(RUN_ID).asText(),
                receivedAt);
    }

    /**
     * The same event about a run that may have another name: what it sets off is done once more.
     *
     * @param replay the run that wants it
     */
    public Collected as(String otherRun, String replay) {
        try {
            ObjectNode detail = (ObjectNode) JSON.readTree(event.detailJson());
            detail.put(RUN_ID, otherRun)
                    .withObject("/attributes")
                    .put(REPLAYED_BY, replay)
                    .put(TOLD_AT, receivedAt.toString());
            return new Collected(
                    new DomainEvent(
                            event.type() + "#" + otherRun,
                            event.type(),
                            event.source(),
                            event.time(),
                            detail.toString()),
                    otherRun,
                    receivedAt);
        } catch (JsonProcessingException e) {
            throw new StorageException.Malformed("detail of " + event.id(), e.getOriginalMessage());
        }
    }
}
