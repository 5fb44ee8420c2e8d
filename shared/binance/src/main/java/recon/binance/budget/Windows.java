package recon.binance.budget;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** The windows of a bucket that a request pays in. */
public enum Windows {
    /** The one it is sent in. */
    PRESENT,
    /** Those before and after as well: as long as the exchange's clock is not known, each may be its present one. */
    NEIGHBOURS_TOO;

    /** Those of one bucket, in their order. */
    public List<Window> of(Bucket bucket, Instant exchangeNow) {
        requireNonNull(exchangeNow, "exchangeNow is null");
        Window present = Window.at(bucket.window(), exchangeNow);
        return switch (this) {
            case PRESENT -> List.of(present);
            case NEIGHBOURS_TOO ->
                List.of(
                        Window.at(bucket.window(), exchangeNow.minus(bucket.window())),
                        present,
                        Window.at(bucket.window(), exchangeNow.plus(bucket.window())));
        };
    }
}
