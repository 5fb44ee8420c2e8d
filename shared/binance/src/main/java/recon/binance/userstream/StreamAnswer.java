package recon.binance.userstream;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer of the WebSocket API, or an error that nobody asked for.
 *
 * @param id of the request; empty text if it answers none
 * @param status as of HTTP, 200 if all went well; 0 if there is none
 * @param subscription the number that a new subscription was given
 * @param serverTime the exchange's time, epoch ms, if that was asked for
 * @param code of the error; 0 if there is none
 * @param message of the error
 * @param retryAfter until when to wait, epoch ms on the exchange's clock, where too much was asked
 */
public record StreamAnswer(
        String id,
        int status,
        OptionalLong subscription,
        OptionalLong serverTime,
        int code,
        String message,
        OptionalLong retryAfter) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int BANNED = 418;
    private static final int TOO_MANY = 429;
    private static final int TOO_MUCH_WEIGHT = -1003;
    private static final int CLOCK = -1021;

    public StreamAnswer {
        requireNonNull(id, "id is null");
        requireNonNull(subscription, "subscription is null");
        requireNonNull(serverTime, "serverTime is null");
        requireNonNull(message, "message is null");
        requireNonNull(retryAfter, "retryAfter is null");
    }

    /** Reads an answer; empty if it is no JSON object. */
    public static Optional<StreamAnswer> parse(byte[] frame) {
        try {
            JsonNode json = JSON.readTree(frame);
            if (json == null || !json.isObject()) {
                return Optional.empty();
            }
            JsonNode error = json.path("error");
            return Optional.of(new StreamAnswer(
                    json.path("id").asText(""),
                    json.path("status").asInt(0),
                    number(json.path("result").path("subscriptionId")),
                    number(json.path("result").path("serverTime")),
                    error.path("code").asInt(0),
                    error.path("msg").asText(""),
                    number(error.path("data").path("retryAfter"))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public boolean ok() {
        return status == OK;
    }

    /** Whether the exchange does not accept the key or what was signed with it. */
    public boolean keyRefused() {
        return status == UNAUTHORIZED
                || switch (code) {
                    case -1002, -1022, -2014, -2015 -> true;
                    default -> false;
                };
    }

    /** Whether too much was asked, and waiting helps. */
    public boolean tooMuch() {
        return status == TOO_MANY || status == BANNED || code == TOO_MUCH_WEIGHT;
    }

    /** Whether our clock and the exchange's are too far apart. */
    public boolean clockOff() {
        return code == CLOCK;
    }

    private static OptionalLong number(JsonNode node) {
        return node.isIntegralNumber() ? OptionalLong.of(node.longValue()) : OptionalLong.empty();
    }
}
