package recon.binance.request;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What became of a request. */
public sealed interface Outcome {
    /**
     * It was sent.
     *
     * @param reply what came, good or bad
     */
    record Replied(Reply reply) implements Outcome {
        public Replied {
            requireNonNull(reply, "reply is null");
        }
    }

    /**
     * It was not sent: the budget has no room, or the exchange has shut the door for a while.
     *
     * @param until when to ask again, on the exchange's clock, UTC
     * @param bucket the buckets it waits for
     */
    record Postponed(Instant until, String bucket) implements Outcome {
        public Postponed {
            requireNonNull(until, "until is null");
            requireNonNull(bucket, "bucket is null");
        }
    }
}
