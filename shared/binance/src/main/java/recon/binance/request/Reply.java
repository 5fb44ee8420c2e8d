package recon.binance.request;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that came for one request, also when it was cut off, refused or never answered. Nothing of it is
 * interpreted here.
 *
 * @param request what was asked
 * @param status the HTTP status; 0 if there was no answer
 * @param headers those that matter, under lower-case names: {@code content-type}, {@code date}, {@code retry-after},
 *     {@code x-mbx-*}, {@code x-sapi-*}
 * @param sentAt when the request left, on the exchange's clock, UTC
 * @param receivedAt when the last byte came or waiting ended, on the exchange's clock, UTC
 * @param body the bytes that came, exactly; whoever reads them leaves them as they are
 * @param complete whether the body is as long as the exchange announced
 * @param failure what went wrong on the way, for people; empty if nothing did
 */
// An array, because a body may have megabytes and is handed through unread; equality by content is defined below.
@SuppressWarnings("ArrayRecordComponent")
public record Reply(
        Request request,
        int status,
        Map<String, String> headers,
        Instant sentAt,
        Instant receivedAt,
        byte[] body,
        boolean complete,
        Optional<String> failure) {
    public Reply {
        requireNonNull(request, "request is null");
        requireNonNull(sentAt, "sentAt is null");
        requireNonNull(receivedAt, "receivedAt is null");
        requireNonNull(body, "body is null");
        requireNonNull(failure, "failure is null");
        headers = Map.copyOf(headers);
    }

    /** Nothing came. */
    public static Reply unanswered(Request request, Instant sentAt, Instant receivedAt, String failure) {
        return new Reply(request, 0, Map.of(), sentAt, receivedAt, new byte[0], false, Optional.of(failure));
    }

    /** A header that was kept, by its lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reply that
                && request.equals(that.request)
                && status == that.status
                && headers.equals(that.headers)
                && sentAt.equals(that.sentAt)
                && receivedAt.equals(that.receivedAt)
                && Arrays.equals(body, that.body)
                && complete == that.complete
                && failure.equals(that.failure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(request, status, sentAt, receivedAt, Arrays.hashCode(body));
    }

    /** Without the body: amounts stay out of logs. */
    @Override
    public String toString() {
        return "Reply[" + request.path() + " -> " + status + ", " + body.length + " bytes, complete=" + complete
                + ", failure=" + failure.orElse("none") + "]";
    }
}
