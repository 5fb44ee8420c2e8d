package recon.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A running total against the plain sum. */
final class ColumnPropertyTest {
    @Property
    void equalsThePlainSum_beforeAnyInstant(
            @ForAll List<@IntRange(max = 30) Integer> unsorted, @ForAll @IntRange(max = 31) int at) {
        List<Integer> times = unsorted.stream().sorted().toList();
        Column column = new Column();
        for (int i = 0; i < times.size(); i++) {
            column.add(times.get(i), BigDecimal.valueOf(i + 1L));
        }
        BigDecimal sum = BigDecimal.ZERO;
        long last = -1;
        for (int i = 0; i < times.size(); i++) {
            if (times.get(i) < at) {
                sum = sum.add(BigDecimal.valueOf(i + 1L));
                last = times.get(i);
            }
        }

        assertThat(column.before(at)).isEqualByComparingTo(sum);
        assertThat(column.lastBefore(at, -1)).isEqualTo(last);
        assertThat(column.movedWithin(at, at + 3L))
                .isEqualTo(times.stream().anyMatch(time -> time >= at && time < at + 3));
    }
}
