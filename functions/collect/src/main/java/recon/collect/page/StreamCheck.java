package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import recon.collect.heal.Healing;
import recon.collect.heal.Listening;
import recon.storage.watermark.Watermark;

/**
 * What the user-data stream is checked with.
 *
 * @param healing fills in and names what it missed
 * @param watermarks of an account, by its uid
 */
public record StreamCheck(Healing healing, Function<String, List<Watermark>> watermarks) {
    public StreamCheck {
        requireNonNull(healing, "healing is null");
        requireNonNull(watermarks, "watermarks is null");
    }

    /** When somebody listened to the stream of an account; empty if nobody ever did. */
    Optional<Listening> listening(String uid) {
        return Listening.of(watermarks.apply(uid));
    }
}
