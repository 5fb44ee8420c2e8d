package recon.collect.heal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import recon.ledger.completeness.Covered;
import recon.ledger.completeness.Gap;
import recon.ledger.completeness.Gaps;
import recon.storage.watermark.Watermark;

/**
 * When somebody listened to the user-data stream of an account: all tasks and connections together. Times are by our
 * clock.
 *
 * @param account the exchange's uid
 * @param since when the first subscription began: what was before, nobody promised to hear
 * @param covered what each connection claims, in any order
 */
public record Listening(String account, Instant since, List<Covered> covered) {
    public Listening {
        requireNonNull(account, "account is null");
        requireNonNull(since, "since is null");
        covered = List.copyOf(covered);
    }

    /** What these watermarks of one account say; empty if there are none: then nobody ever listened. */
    public static Optional<Listening> of(Collection<Watermark> marks) {
        return marks.stream()
                .map(Watermark::subscribedAt)
                .min(Instant::compareTo)
                .map(since -> new Listening(
                        marks.iterator().next().account(),
                        since,
                        marks.stream()
                                .map(mark -> new Covered(mark.subscribedAt(), mark.upTo()))
                                .toList()));
    }

    /**
     * When nobody listened, earliest first; nothing before the first subscription.
     *
     * @param from exclusive
     * @param to inclusive
     */
    public List<Gap> gaps(Instant from, Instant to) {
        Instant begin = from.isBefore(since) ? since : from;
        return begin.isBefore(to) ? Gaps.within(begin, to, covered) : List.of();
    }
}
