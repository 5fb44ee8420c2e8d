package recon.binance.error;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import recon.binance.request.Reply;

/** Tells a reply that can be read from one that cannot, and says why. */
public final class Errors {
    private static final Duration LIMIT_WAIT = Duration.ofSeconds(60);
    private static final Duration SHORTEST_BAN = Duration.ofMinutes(2);
    private static final Duration FIREWALL_WAIT = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,7}");
    private static final Pattern BANNED_UNTIL = Pattern.compile("until (\\d{13})\\b");

    private Errors() {}

    /** Empty if the reply is a whole JSON text that does not call itself an error. */
    public static Optional<ExchangeError> judge(Reply reply, ObjectMapper json) {
        Envelope envelope = reply.status() == 0 ? Envelope.NOTHING : Envelope.read(reply.body(), json);
        return classify(reply, envelope).map(errorClass -> error(reply, envelope, errorClass));
    }

    private static Optional<ErrorClass> classify(Reply reply, Envelope envelope) {
        int status = reply.status();
        OptionalInt code = envelope.code();
        if (status == 0) {
            return Optional.of(ErrorClass.NETWORK_ERROR);
        }
        if (status == 429 || status == 418) {
            return Optional.of(ErrorClass.RATE_LIMIT);
        }
        if (status == 401) {
            return Optional.of(ErrorClass.API_KEY_INVALID);
        }
        if (status >= 500 || status == 408) {
            return Optional.of(
                    byCode(reply, envelope) == ErrorClass.RATE_LIMIT
                            ? ErrorClass.RATE_LIMIT
                            : ErrorClass.NETWORK_ERROR);
        }
        if (code.isPresent() && (status >= 300 || !success(code.getAsInt()))) {
            return Optional.of(byCode(reply, envelope));
        }
        if (status >= 200 && status < 300) {
            return unread(reply, envelope);
        }
        boolean whole = reply.complete() && envelope.shape() != Envelope.Shape.CUT;
        return Optional.of(whole ? ErrorClass.UNKNOWN : ErrorClass.NETWORK_ERROR);
    }

    private static Optional<ErrorClass> unread(Reply reply, Envelope envelope) {
        if (!reply.complete()) {
            return Optional.of(ErrorClass.NETWORK_ERROR);
        }
        return switch (envelope.shape()) {
            case JSON -> Optional.empty();
            case CUT -> Optional.of(ErrorClass.NETWORK_ERROR);
            case EMPTY, HTML, MALFORMED -> Optional.of(ErrorClass.UNKNOWN);
        };
    }

    /** Some endpoints of {@code /sapi} say in the body that all is well. */
    private static boolean success(int code) {
        return code == 200 || code == 0;
    }

    private static ErrorClass byCode(Reply reply, Envelope envelope) {
        OptionalInt code = envelope.code();
        return code.isEmpty()
                ? ErrorClass.UNKNOWN
                : ErrorCodes.classOf(reply.request().host(), code.getAsInt(), envelope.message());
    }

    private static ExchangeError error(Reply reply, Envelope envelope, ErrorClass errorClass) {
        return new ExchangeError(
                errorClass,
                reply.request().host(),
                reply.request().path(),
                reply.status(),
                envelope.code(),
                Wording.of(reply, envelope, errorClass),
                retryAt(reply, envelope, errorClass));
    }

    private static Optional<Instant> retryAt(Reply reply, Envelope envelope, ErrorClass errorClass) {
        Instant received = reply.receivedAt();
        Optional<Instant> told = Stream.concat(
                        reply.header("retry-after").map(String::strip).stream()
                                .filter(text -> SECONDS.matcher(text).matches())
                                .map(text -> received.plusSeconds(Long.parseLong(text))),
                        bannedUntil(envelope).stream())
                .max(Instant::compareTo);
        return told.or(() -> wait(reply, envelope, errorClass).map(received::plus));
    }

    private static Optional<Instant> bannedUntil(Envelope envelope) {
        Matcher matcher = BANNED_UNTIL.matcher(envelope.message());
        return matcher.find() ? Optional.of(Instant.ofEpochMilli(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    private static Optional<Duration> wait(Reply reply, Envelope envelope, ErrorClass errorClass) {
        if (reply.status() == 418) {
            return Optional.of(SHORTEST_BAN);
        }
        if (reply.status() == 403 && envelope.code().isEmpty()) {
            return Optional.of(FIREWALL_WAIT);
        }
        return errorClass == ErrorClass.RATE_LIMIT ? Optional.of(LIMIT_WAIT) : Optional.empty();
    }
}
