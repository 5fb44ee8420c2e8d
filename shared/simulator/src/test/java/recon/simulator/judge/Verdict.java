package recon.simulator.judge;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a client made of the exchange's answer: the parsed data, or one of its own errors.
 *
 * @param line what the script printed
 */
public record Verdict(JsonNode line) {
    /** What the client parsed. Anything but success is a failure of the test. */
    public JsonNode data() {
        if (!line.has("data")) {
            throw new AssertionError("the client complains: " + line);
        }
        return line.get("data");
    }

    /** How many pages it went through. */
    public int pages() {
        return line.path("pages").asInt(1);
    }

    /** The weight that the client read from the last answer's headers. */
    public int usedWeight() {
        return line.path("rateLimits").path(0).path("count").asInt(-1);
    }

    /** The client's error as {@code class code}; the class is empty if it is none of the client's own. */
    public String error() {
        return line.path("error").asText("none") + " " + line.path("code").asInt();
    }
}
