package recon.storage.registry;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import recon.storage.StorageException;
import recon.storage.archive.Archive;
import recon.storage.archive.RawResponse;

/** What people settled, in the archive: nothing that the exchange sent could tell it again. */
public final class Resolutions {
    /** Under which source they are archived. */
    public static final String SOURCE = "resolutions";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CAME = 200;

    private final Archive archive;

    public Resolutions(Archive archive) {
        this.archive = requireNonNull(archive, "archive is null");
    }

    /** Keeps an error that was settled, and returns its archive key. */
    public String keep(ReconciliationError settled) {
        Instant at = settled.resolvedAt()
                .orElseThrow(() -> new IllegalArgumentException("the error " + settled.id() + " is not settled"));
        String body = JSON.createObjectNode()
                .put("id", settled.id())
                .put("timestamp", settled.timestamp().toEpochMilli())
                .put("accountId", settled.accountId())
                .put("errorType", settled.errorType())
                .put("symbol", settled.symbol())
                .put("message", settled.message())
                .put("rawError", settled.rawRef())
                .put("needsManualReview", settled.needsManualReview())
                .put("resolvedAt", at.toEpochMilli())
                .put("resolutionNotes", settled.notes())
                .toString();
        return archive.put(new RawResponse(
                SOURCE,
                settled.accountId(),
                "RESOLVE " + settled.id(),
                CAME,
                Map.of(),
                at,
                true,
                body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The settled error that is archived at a key. */
    public ReconciliationError read(String key) {
        byte[] body = archive.get(key).body();
        try {
            JsonNode json = JSON.readTree(body);
            return new ReconciliationError(
                    json.required("id").textValue(),
                    Instant.ofEpochMilli(json.required("timestamp").longValue()),
                    json.required("accountId").textValue(),
                    json.required("errorType").textValue(),
                    json.required("symbol").textValue(),
                    json.required("message").textValue(),
                    json.required("rawError").textValue(),
                    json.required("needsManualReview").booleanValue(),
                    Optional.of(Instant.ofEpochMilli(json.required("resolvedAt").longValue())),
                    json.required("resolutionNotes").textValue());
        } catch (IOException | IllegalArgumentException e) {
            throw new StorageException.Malformed("archived resolution " + key, String.valueOf(e.getMessage()));
        }
    }
}
