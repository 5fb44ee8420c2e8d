package recon.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Supplier;
import recon.simulator.Fault;

/** Turns a fault into an answer, or spoils a good one. */
final class Mischief {
    private static final String UNHEARD_OF = "UNHEARD_OF";
    private static final int UNHEARD_OF_NUMBER = 99;

    private final ObjectMapper mapper = new ObjectMapper();

    /**
     * The answer under a fault.
     *
     * @param secondsToMinute until the clock minute ends, at least 1
     */
    Answer answer(Fault fault, long secondsToMinute, Supplier<Answer> honest) {
        return switch (fault) {
            case HTML_403 ->
                Answer.page(
                        403,
                        "text/html",
                        "<html><head><title>403 Forbidden</title></head><body><h1>Request blocked</h1></body></html>");
            case SERVER_ERROR_500 ->
                Answer.error(500, -1001, "Internal error; unable to process your request. Please try again.");
            case UNAVAILABLE_503 -> Answer.page(503, "text/plain", "Service Unavailable.");
            case TOO_MANY_REQUESTS_429 ->
                Answer.error(429, -1003, "Too many requests; please retry later.")
                        .with("Retry-After", Long.toString(secondsToMinute));
            case BANNED_418 -> throw new IllegalStateException("a ban is not one answer's matter");
            case TRUNCATED_BODY -> honest.get().truncated();
            case CUT_JSON -> {
                Answer whole = honest.get();
                yield whole.withBody(Arrays.copyOf(whole.body(), whole.body().length * 2 / 3));
            }
            case EMPTY_BODY -> new Answer(200, honest.get().headers(), new byte[0], 0);
            case ERROR_IN_200 -> Answer.error(200, -1000, "An unknown error occurred while processing the request.");
            case NO_ANSWER -> honest.get().unsent();
            case UNKNOWN_FIELD -> strange(honest.get());
        };
    }

    private Answer strange(Answer answer) {
        if (!answer.isJson()) {
            return answer;
        }
        try {
            JsonNode tree = mapper.readTree(answer.body());
            spread(tree);
            return answer.withBody(mapper.writeValueAsBytes(tree));
        } catch (IOException e) {
            throw new UncheckedIOException("the exchange wrote what is not JSON", e);
        }
    }

    private static void spread(JsonNode node) {
        node.forEach(Mischief::spread);
        if (node instanceof ObjectNode row) {
            row.put("fieldOfTomorrow", "kept by the prudent");
            if (row.has("travelRuleStatus")) {
                row.put("travelRuleStatus", UNHEARD_OF_NUMBER);
            }
        }
        if (node instanceof ArrayNode list && list.has(0) && list.get(0).isTextual()) {
            list.add(UNHEARD_OF);
        }
    }
}
