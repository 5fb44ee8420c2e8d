package recon.binance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import recon.binance.fake.Samples;
import recon.binance.request.HostFamily;
import recon.binance.request.Request;
import recon.binance.request.Security;

class SplitWalkTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Request BARE = Request.of(HostFamily.SAPI, "/p", Security.SIGNED, List.of());
    private static final SplitWalk LIMITED = new SplitWalk("rows", Optional.of("limit"), Duration.ofDays(7), 100);
    private static final SplitWalk UNLIMITED = new SplitWalk("rows", Optional.empty(), Duration.ofDays(7), 10);

    /** How a walk is told that there is more: by a full answer, or by the answer's own word. */
    private enum Told {
        BY_ROWS,
        BY_WORD
    }

    private static Set<Integer> walk(SplitWalk walk, Told told, List<Integer> minutes, int pageLimit) {
        Scope scope = Samples.scope(Samples.SUB1, FROM, FROM.plus(Duration.ofDays(20)), pageLimit);
        Set<Integer> seen = new HashSet<>();
        Cursor cursor = Cursor.START;
        for (int page = 0; !cursor.finished(); page++) {
            assertThat(page).isLessThan(20_000);
            Request request = walk.ask(BARE, Lane.ONLY, new Cursor(cursor.values()), scope);
            long start = Long.parseLong(request.params().get("startTime"));
            long end = Long.parseLong(request.params().get("endTime"));
            assertThat(end - start).isLessThan(Duration.ofDays(7).toMillis());
            int limit = Integer.parseInt(request.params().getOrDefault("limit", "10"));
            List<Integer> all = IntStream.range(0, minutes.size())
                    .filter(i -> time(minutes.get(i)) >= start && time(minutes.get(i)) <= end)
                    .boxed()
                    .toList();
            List<Integer> rows = all.stream().limit(limit).toList();
            seen.addAll(rows);
            cursor = told == Told.BY_ROWS
                    ? walk.after(rows.size(), Lane.ONLY, cursor, scope)
                    : walk.after(all.size() > limit, Lane.ONLY, cursor, scope);
        }
        return seen;
    }

    private static long time(int minutes) {
        return FROM.plus(Duration.ofMinutes(minutes)).toEpochMilli();
    }

    @Property(tries = 150)
    void noRowIsLost_whateverThePageSize(
            @ForAll @Size(max = 30) List<@IntRange(max = 28_000) Integer> spread,
            @ForAll @Size(max = 8) List<@IntRange(max = 2) Integer> crowded,
            @ForAll @IntRange(min = 1, max = 5) int pageLimit) {
        List<Integer> all = java.util.stream.Stream.concat(spread.stream(), crowded.stream())
                .toList();
        for (Told told : Told.values()) {
            assertThat(walk(LIMITED, told, all, pageLimit)).hasSize(all.size());
        }
    }

    @Test
    void endpointWithoutALimit_isSplitByItsOwnBound() {
        List<Integer> all = IntStream.range(0, 45).map(i -> i * 100).boxed().toList();
        assertThat(walk(UNLIMITED, Told.BY_ROWS, all, 1)).hasSize(45);
    }

    @Test
    void millisecondThatFillsTheLongestAnswer_failsByName() {
        for (SplitWalk walk : List.of(LIMITED, UNLIMITED)) {
            assertThatThrownBy(() -> walk(walk, Told.BY_ROWS, Collections.nCopies(100, 1), 5))
                    .isInstanceOf(NoProgress.class)
                    .hasMessageContaining("" + time(1));
        }
    }

    /** Five days of twenty with one answer each window of seven: three requests. */
    @Test
    void theLeastIsAsked_whenNothingIsFull() {
        Scope scope = Samples.scope(Samples.SUB1, FROM, FROM.plus(Duration.ofDays(20)), 100);
        int requests = 0;
        for (Cursor cursor = Cursor.START; !cursor.finished(); requests++) {
            cursor = LIMITED.after(0, Lane.ONLY, cursor, scope);
        }
        assertThat(requests).isEqualTo(3);
    }
}
