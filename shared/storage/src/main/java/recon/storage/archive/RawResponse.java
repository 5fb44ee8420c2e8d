package recon.storage.archive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An answer of the exchange exactly as it came. It must not be changed after it was made: the bytes are not copied.
 *
 * @param source the name of the source that asked
 * @param accountId whose key asked; {@code exchange} where it is about no account
 * @param request {@code GET /path?query}, without key, timestamp and signature
 * @param status the HTTP status; 0 if none came
 * @param headers the headers that matter
 * @param receivedAt when it came, on the exchange's clock; kept to the millisecond
 * @param complete false if it was cut off
 * @param asked how it was asked for; empty for what is no page of a source
 * @param body every byte that came
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the content; equals and hashCode below compare them
public record RawResponse(
        String source,
        String accountId,
        String request,
        int status,
        Map<String, String> headers,
        Instant receivedAt,
        boolean complete,
        Optional<Asked> asked,
        byte[] body) {
    public RawResponse {
        ArchiveKey.requirePart("source", source);
        ArchiveKey.requirePart("accountId", accountId);
        requireNonNull(request, "request is null");
        headers = Map.copyOf(headers);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(asked, "asked is null");
        requireNonNull(body, "body is null");
    }

    /** What is no page of a source. */
    public RawResponse(
            String source,
            String accountId,
            String request,
            int status,
            Map<String, String> headers,
            Instant receivedAt,
            boolean complete,
            byte[] body) {
        this(source, accountId, request, status, headers, receivedAt, complete, Optional.empty(), body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawResponse that
                && source.equals(that.source)
                && accountId.equals(that.accountId)
                && request.equals(that.request)
                && status == that.status
                && headers.equals(that.headers)
                && receivedAt.equals(that.receivedAt)
                && complete == that.complete
                && asked.equals(that.asked)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, accountId, request, receivedAt, Arrays.hashCode(body));
    }

    @Override
    public String toString() {
        return source + " " + accountId + " " + request + ": " + status + ", " + body.length + " bytes";
    }
}
