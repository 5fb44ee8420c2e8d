package recon.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import recon.simulator.Distortion;

/** Spoils a good answer. */
final class Spoiler {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");
    private static final Pattern TIME = Pattern.compile(".*[tT]ime([sS]tamp)?");
    private static final Set<String> IDS = Set.of("id", "tranId", "txId", "transId", "orderId");
    private static final Set<String> FEES = Set.of("commission", "transactionFee", "serviceChargeAmount");
    private static final long SECOND_MS = 1_000;

    private final ObjectMapper mapper = new ObjectMapper();

    Answer spoil(Distortion distortion, Answer answer) {
        try {
            if (distortion == Distortion.TRUNCATED_GZIP) {
                byte[] packed = packed(answer.body());
                return answer.withBody(Arrays.copyOf(packed, packed.length / 2)).with("Content-Encoding", "gzip");
            }
            if (!answer.isJson()) {
                return answer;
            }
            JsonNode tree = mapper.readTree(answer.body());
            spoil(distortion, tree);
            return answer.withBody(mapper.writeValueAsBytes(tree));
        } catch (IOException e) {
            throw new UncheckedIOException("the exchange wrote what is not JSON", e);
        }
    }

    private static void spoil(Distortion distortion, JsonNode node) {
        node.forEach(child -> spoil(distortion, child));
        if (node instanceof ObjectNode row) {
            if (distortion == Distortion.NO_ID) {
                row.remove(IDS);
            }
            row.properties().forEach(field -> field.setValue(spoiled(distortion, field.getKey(), field.getValue())));
        }
    }

    private static JsonNode spoiled(Distortion distortion, String name, JsonNode value) {
        boolean decimal = value.isTextual() && DECIMAL.matcher(value.asText()).matches();
        return switch (distortion) {
            case EXPONENT_FORM -> decimal ? TextNode.valueOf(exponential(new BigDecimal(value.asText()))) : value;
            case NUMBER_FOR_STRING -> decimal ? DecimalNode.valueOf(new BigDecimal(value.asText())) : value;
            case NEGATIVE_FEE ->
                value.isTextual() && FEES.contains(name)
                        ? TextNode.valueOf(
                                new BigDecimal(value.asText()).negate().toPlainString())
                        : value;
            case TIME_IN_SECONDS ->
                value.isIntegralNumber() && TIME.matcher(name).matches()
                        ? LongNode.valueOf(value.asLong() / SECOND_MS)
                        : value;
            case NO_ID, TRUNCATED_GZIP -> value;
        };
    }

    private static String exponential(BigDecimal value) {
        return value.unscaledValue() + "E-" + value.scale();
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }
}
