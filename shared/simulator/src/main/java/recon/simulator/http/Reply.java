package recon.simulator.http;

import java.util.Map;

/**
 * An answer to one who asks without a socket.
 *
 * @param status HTTP status; 0 where a socket would have been closed instead
 * @param headers besides those of the framing
 * @param body not copied
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the content; nobody compares answers
public record Reply(int status, Map<String, String> headers, byte[] body) {
    public Reply {
        headers = Map.copyOf(headers);
    }
}
