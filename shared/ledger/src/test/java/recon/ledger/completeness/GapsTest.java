package recon.ledger.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final int END = 40;

    @Test
    void wholeStretchIsAGap_ifNobodyListened() {
        assertThat(Gaps.within(at(0), at(9), List.of())).containsExactly(gap(0, 9));
    }

    @Test
    void gapsLieBetween_beforeAndAfterThoseWhoListened() {
        assertThat(Gaps.within(at(0), at(20), List.of(covered(12, 15), covered(2, 5), covered(4, 7))))
                .containsExactly(gap(0, 2), gap(7, 12), gap(15, 20));
    }

    @Test
    void noGapIsLeft_whereTheNewConnectionBeganBeforeTheOldOneEnded() {
        assertThat(Gaps.within(at(0), at(20), List.of(covered(-3, 10), covered(9, 31))))
                .isEmpty();
    }

    @Test
    void nothingIsCovered_byAConnectionThatEndedBeforeItWasHeardOf() {
        assertThat(Gaps.within(at(0), at(9), List.of(covered(5, 4)))).containsExactly(gap(0, 9));
    }

    @Test
    void gapHoldsWhatHappenedInIt_withLeewayForTwoClocks() {
        Gap gap = gap(10, 20);
        assertThat(gap.contains(at(10), Duration.ZERO)).isFalse();
        assertThat(gap.contains(at(20), Duration.ZERO)).isTrue();
        assertThat(gap.contains(at(21), Duration.ofSeconds(1))).isTrue();
        assertThat(gap.contains(at(9), Duration.ofSeconds(1))).isFalse();
    }

    @Property(tries = 500)
    void momentIsInAGap_exactlyIfNobodyCoversIt(
            @ForAll @Size(max = 6) List<@IntRange(min = -5, max = 45) Integer> from,
            @ForAll @Size(6) List<@IntRange(min = -2, max = 15) Integer> length) {
        List<Covered> covered = java.util.stream.IntStream.range(0, from.size())
                .mapToObj(i -> covered(from.get(i), from.get(i) + length.get(i)))
                .toList();

        List<Gap> gaps = Gaps.within(at(0), at(END), covered);

        for (int second = 1; second <= END; second++) {
            Instant moment = at(second);
            boolean heard = covered.stream().anyMatch(c -> moment.isAfter(c.after()) && !moment.isAfter(c.upTo()));
            assertThat(gaps.stream().anyMatch(gap -> gap.contains(moment, Duration.ZERO)))
                    .as("second " + second + " of " + covered)
                    .isEqualTo(!heard);
        }
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    private static Covered covered(int after, int upTo) {
        return new Covered(at(after), at(upTo));
    }

    private static Gap gap(int from, int to) {
        return new Gap(at(from), at(to));
    }
}
