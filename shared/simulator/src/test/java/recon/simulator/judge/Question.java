package recon.simulator.judge;

import java.util.Map;
import recon.simulator.SimulatedKey;

/**
 * One call of a client's method.
 *
 * @param client {@code spot}, {@code wallet}, {@code futures}, or {@code stream} for the first so many {@code events} that the spot
 *     client is told after a subscription
 * @param key what it signs with
 * @param method as the client names it
 * @param params as the client names them
 * @param follow the parameter by which it goes through all pages of {@code limit} rows: {@code fromId}, {@code offset},
 *     or nothing for a single answer
 * @param skewMs how far its clock differs from the exchange's
 */
public record Question(
        String client, SimulatedKey key, String method, Map<String, Object> params, String follow, long skewMs) {
    /** A single answer, asked for by a right clock. */
    public static Question of(String client, SimulatedKey key, String method, Map<String, Object> params) {
        return new Question(client, key, method, params, "", 0);
    }

    /** The same through all pages. */
    public Question paged(String by) {
        return new Question(client, key, method, params, by, skewMs);
    }

    /** The same under another key. */
    public Question under(SimulatedKey other) {
        return new Question(client, other, method, params, follow, skewMs);
    }

    /** The same by a clock that is wrong. */
    public Question skewed(long ms) {
        return new Question(client, key, method, params, follow, ms);
    }
}
