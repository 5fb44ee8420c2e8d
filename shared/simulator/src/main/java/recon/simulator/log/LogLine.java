package recon.simulator.log;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request as the log keeps it.
 *
 * @param number counted from 1 in order of arrival; 0 for one of the WebSocket API
 * @param ms when it was evaluated, epoch ms of the exchange's clock
 * @param method HTTP method; {@code WS} for one of the WebSocket API
 * @param target path and query without the signature
 * @param uid owner of the key, if known
 * @param status HTTP status; 0 where no answer was given
 * @param bucket what it drew on, if anything but the raw count
 * @param weight what it cost
 * @param fault the fault it met, if any
 */
public record LogLine(
        long number,
        long ms,
        String method,
        String target,
        Optional<String> uid,
        int status,
        Optional<String> bucket,
        int weight,
        Optional<String> fault) {
    private static final String NONE = "-";
    private static final int FIELDS = 9;
    private static final Pattern TAB = Pattern.compile("\t");

    public LogLine {
        requireNonNull(method, "method is null");
        requireNonNull(target, "target is null");
        requireNonNull(uid, "uid is null");
        requireNonNull(bucket, "bucket is null");
        requireNonNull(fault, "fault is null");
    }

    String text() {
        return String.join(
                "\t",
                Long.toString(number),
                Long.toString(ms),
                method,
                target,
                uid.orElse(NONE),
                Integer.toString(status),
                bucket.orElse(NONE),
                Integer.toString(weight),
                fault.orElse(NONE));
    }

    static LogLine parse(String text) {
        String[] fields = TAB.split(text, -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("a line of the request log has not " + FIELDS + " fields");
        }
        return new LogLine(
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]),
                fields[2],
                fields[3],
                given(fields[4]),
                Integer.parseInt(fields[5]),
                given(fields[6]),
                Integer.parseInt(fields[7]),
                given(fields[8]));
    }

    private static Optional<String> given(String field) {
        return field.equals(NONE) ? Optional.empty() : Optional.of(field);
    }
}
