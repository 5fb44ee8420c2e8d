package recon.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent back. */
final class Answer {
    static final int NONE = 0;
    private static final String JSON = "application/json;charset=UTF-8";

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final int promised;

    Answer(int status, Map<String, String> headers, byte[] body, int promised) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.promised = promised;
    }

    static Answer json(int status, byte[] body) {
        return new Answer(status, Map.of("Content-Type", JSON), body, body.length);
    }

    static Answer error(int status, int code, String message) {
        return json(
                status,
                ("{\"code\":" + code + ",\"msg\":\"" + message.replace("\"", "\\\"") + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Answer page(int status, String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, Map.of("Content-Type", type), body, body.length);
    }

    /** The same with one more header. */
    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, promised);
    }

    /** The same with another body. */
    Answer withBody(byte[] other) {
        return new Answer(status, headers, other, other.length);
    }

    /** The same, promising what was there and sending only its beginning. */
    Answer truncated() {
        return new Answer(status, headers, Arrays.copyOf(body, body.length / 2), body.length);
    }

    /** In place of the answer the connection is closed. */
    Answer unsent() {
        return new Answer(NONE, headers, new byte[0], 0);
    }

    /** Whether the body is JSON, not a page or a file. */
    boolean isJson() {
        return JSON.equals(headers.get("Content-Type"));
    }

    boolean isTruncated() {
        return promised > body.length;
    }

    /** HTTP status; 0 where the connection is closed instead. */
    int status() {
        return status;
    }

    /** Headers besides those of the framing. */
    Map<String, String> headers() {
        return headers;
    }

    /** Bytes that are sent; not copied, and not changed by anybody. */
    byte[] body() {
        return body;
    }

    /** Value of {@code Content-Length}. */
    int promised() {
        return promised;
    }
}
