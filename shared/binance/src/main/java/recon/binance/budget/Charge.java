package recon.binance.budget;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What one request takes from one bucket.
 *
 * @param bucket the counter
 * @param weight how much, in the exchange's weight
 * @param header the lower-case response header that reports the bucket's use so far; empty if there is none
 */
public record Charge(Bucket bucket, int weight, Optional<String> header) {
    public Charge {
        requireNonNull(bucket, "bucket is null");
        requireNonNull(header, "header is null");
        if (weight <= 0 || weight > bucket.limit()) {
            throw new IllegalArgumentException("a weight of " + weight + " never fits into " + bucket);
        }
    }
}
