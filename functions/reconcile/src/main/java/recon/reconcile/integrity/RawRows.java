package recon.reconcile.integrity;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import recon.ledger.integrity.ArchivedRow;
import recon.storage.archive.RawResponse;

/**
 * The rows of an archived answer, read without knowing what they mean: those of the array that the answer is or
 * contains. Nothing is bound to a type, and a decimal that is no text keeps its value.
 */
final class RawRows {
    /** What dust was converted in one go; each has its rows inside. */
    private static final String NESTED = "userAssetDribbletDetails";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private RawRows() {}

    /** The rows in their order; empty if the answer is not JSON. */
    static Optional<List<ArchivedRow>> of(RawResponse response) {
        try {
            JsonNode body = JSON.readTree(response.body());
            return Optional.of(
                    list(body).flatMap(RawRows::inside).map(RawRows::row).toList());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Stream<JsonNode> list(JsonNode body) {
        return body.isArray()
                ? elements(body)
                : elements(body).filter(JsonNode::isArray).findFirst().stream().flatMap(RawRows::elements);
    }

    private static Stream<JsonNode> inside(JsonNode row) {
        return row.has(NESTED) ? elements(row.get(NESTED)) : Stream.of(row);
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static ArchivedRow row(JsonNode row) {
        return field -> Optional.ofNullable(row.get(field))
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asText);
    }
}
