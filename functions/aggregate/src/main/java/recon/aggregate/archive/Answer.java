package recon.aggregate.archive;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import recon.storage.archive.Asked;
import recon.storage.archive.RawResponse;

/**
 * An archived answer.
 *
 * @param key where it stands
 * @param response as it came
 */
record Answer(String key, RawResponse response) {
    private static final int OK = 200;

    /** Whether it says anything about rows: a refusal is the collection's affair, which asks again. */
    boolean sound() {
        return response.status() == OK && response.complete();
    }

    /** When it was asked for, by the exchange's clock; where nobody said so, when it came. */
    Instant sentAt() {
        return response.asked().map(Asked::sentAt).orElse(response.receivedAt());
    }

    Instant receivedAt() {
        return response.receivedAt();
    }

    /** From when on it was asked for. */
    Optional<Instant> from() {
        return response.asked().map(Asked::from);
    }

    /** Up to when it was asked for; nothing that came after the question is in the answer. */
    Instant until() {
        return response.asked()
                .map(asked -> asked.to().isBefore(asked.sentAt()) ? asked.to() : asked.sentAt())
                .orElseGet(this::sentAt);
    }

    /** Whether it has as many rows as were asked for: then there may be more. */
    boolean full(int rows) {
        return parameter("limit").filter(limit -> rows >= Long.parseLong(limit)).isPresent();
    }

    /** A time among the parameters of the request. */
    Optional<Instant> time(String parameter) {
        return parameter(parameter).map(Long::parseLong).map(Instant::ofEpochMilli);
    }

    /** The value of a parameter of the request. */
    Optional<String> parameter(String name) {
        int query = response.request().indexOf('?');
        return query < 0
                ? Optional.empty()
                : Stream.of(response.request().substring(query + 1).split("&"))
                        .filter(part -> part.startsWith(name + "="))
                        .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
                        .findFirst();
    }
}
