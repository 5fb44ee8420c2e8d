package recon.binance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import recon.binance.fake.Samples;
import recon.binance.request.HostFamily;
import recon.binance.request.Request;
import recon.binance.request.Security;

class OffsetWalkTest {
    private static final Request BARE = Request.of(HostFamily.SAPI, "/p", Security.SIGNED, List.of());

    @Property
    void windowsCoverEveryMillisecondOnce(
            @ForAll @LongRange(max = 4_000_000_000_000L) long from,
            @ForAll @LongRange(max = 2_000) long more,
            @ForAll @LongRange(min = 1, max = 500) long longest) {
        Scope scope = Samples.scope(
                Samples.MAIN, Instant.ofEpochMilli(from), Instant.ofEpochMilli(from + more), Integer.MAX_VALUE);
        OffsetWalk walk = new OffsetWalk("s", Duration.ofMillis(longest), 10);
        long expected = from;
        Cursor cursor = Cursor.START;
        while (!cursor.finished()) {
            Request request = walk.ask(BARE, cursor, scope);
            long start = Long.parseLong(request.params().get("startTime"));
            long end = Long.parseLong(request.params().get("endTime"));
            assertThat(start).isEqualTo(expected);
            assertThat(end).isBetween(start, start + longest - 1);
            expected = end + 1;
            cursor = walk.after(0, cursor, scope);
        }
        assertThat(expected).isEqualTo(from + more + 1);
    }

    @Property
    void offsetsCoverEveryRowOnce(@ForAll @IntRange(max = 60) int rows, @ForAll @IntRange(min = 1, max = 20) int size) {
        Scope scope = Samples.scope(Samples.MAIN, Instant.EPOCH, Instant.EPOCH, size);
        OffsetWalk walk = new OffsetWalk("s", Duration.ofDays(1), 1_000);
        List<Integer> seen = new ArrayList<>();
        Cursor cursor = Cursor.START;
        while (!cursor.finished()) {
            int offset = Integer.parseInt(walk.ask(BARE, cursor, scope).params().get("offset"));
            int count = Math.min(size, rows - offset);
            for (int i = 0; i < count; i++) {
                seen.add(offset + i);
            }
            cursor = walk.after(count, cursor, scope);
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(rows);
    }

    @Test
    void pagesWithoutEnd_failByName() {
        Scope scope = Samples.scope(Samples.MAIN, Instant.EPOCH, Instant.EPOCH, 1);
        OffsetWalk walk = new OffsetWalk("deposits", Duration.ofDays(1), 1_000);
        Cursor far = Cursor.START.with("offset", 10_000);
        assertThatThrownBy(() -> walk.after(1, far, scope))
                .isInstanceOf(NoProgress.class)
                .hasMessageContaining("deposits");
    }
}
