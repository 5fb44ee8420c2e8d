package recon.binance.client;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * What came over the wire.
 *
 * @param status the HTTP status; 0 if there was no answer
 * @param headers the first value of each that matters, under lower-case names
 * @param body the bytes that came
 * @param complete whether the answer came to its end
 * @param failure what broke it off, for people; empty if nothing did
 */
// An array, because a body may have megabytes and is handed through unread; nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
public record Received(
        int status, Map<String, String> headers, byte[] body, boolean complete, Optional<String> failure) {
    public Received {
        requireNonNull(body, "body is null");
        requireNonNull(failure, "failure is null");
        headers = Map.copyOf(headers);
    }
}
