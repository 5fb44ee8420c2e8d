package recon.ledger;

import static java.util.Objects.requireNonNull;

/**
 * Points from a ledger entry back to the bytes it was derived from (the plan's {@code fid}).
 *
 * @param key the archive key of the response
 * @param row the zero-based position of the row in that response
 */
public record RawRef(String key, int row) {
    public RawRef {
        requireNonNull(key, "key is null");
        if (row < 0) {
            throw new IllegalArgumentException("row is negative: " + row);
        }
    }

    @Override
    public String toString() {
        return key + "#" + row;
    }
}
