package recon.binance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
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

class PagedWalkTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Request BARE = Request.of(HostFamily.SAPI, "/p", Security.SIGNED, List.of());
    private static final List<Lane> LANES = List.of(Lane.of("type", "A"), Lane.of("type", "B"));
    private static final PagedWalk WALK = PagedWalk.current("rows", Duration.ofDays(7));

    /** A row of a lane, so many hours after the beginning. */
    record Row(int id, String type, int hour) {
        long time() {
            return FROM.plus(Duration.ofHours(hour)).toEpochMilli();
        }
    }

    /** Rows newest first, and those that appear only once so many requests have been answered. */
    private static final class Exchange {
        private final List<Row> rows;
        private final List<Row> late;
        private final int after;
        private int answered;

        Exchange(List<Row> rows, List<Row> late, int after) {
            this.rows = new ArrayList<>(rows);
            this.late = late;
            this.after = after;
        }

        List<Row> inWindow(Request request) {
            if (answered++ == after) {
                rows.addAll(late);
            }
            long start = Long.parseLong(request.params().get("startTime"));
            long end = Long.parseLong(request.params().get("endTime"));
            assertThat(end - start).isLessThan(Duration.ofDays(7).toMillis());
            return rows.stream()
                    .filter(row -> row.type().equals(request.params().get("type")))
                    .filter(row -> row.time() >= start && row.time() <= end)
                    .sorted(Comparator.comparingLong(Row::time)
                            .reversed()
                            .thenComparing(Comparator.comparingInt(Row::id).reversed()))
                    .toList();
        }
    }

    private static Set<Integer> walk(Exchange exchange, int pageLimit, Duration length) {
        Scope scope = Samples.scope(Samples.SUB1, FROM, FROM.plus(length), pageLimit);
        Set<Integer> seen = new HashSet<>();
        Cursor cursor = Cursor.START;
        for (int page = 0; !cursor.finished(); page++) {
            assertThat(page).isLessThan(5_000);
            cursor = new Cursor(cursor.values());
            Request request = WALK.ask(BARE, LANES, cursor, scope);
            List<Row> all = exchange.inWindow(request);
            int size = Integer.parseInt(request.params().get("size"));
            int current = Integer.parseInt(request.params().get("current"));
            List<Row> rows =
                    all.stream().skip((current - 1L) * size).limit(size).toList();
            rows.forEach(row -> seen.add(row.id()));
            cursor = WALK.after(rows.size(), OptionalLong.of(all.size()), LANES, cursor, scope);
        }
        return seen;
    }

    private static List<Row> rows(List<Integer> hours, int firstId) {
        return IntStream.range(0, hours.size())
                .mapToObj(i -> new Row(firstId + i, i % 2 == 0 ? "A" : "B", hours.get(i)))
                .toList();
    }

    /** Many of the rows share a millisecond; the late ones shift the pages while they are read. */
    @Property(tries = 200)
    void noRowIsLost_whateverThePageSizeAndWheneverRowsAppear(
            @ForAll @Size(max = 40) List<@IntRange(max = 400) Integer> early,
            @ForAll @Size(max = 6) List<@IntRange(max = 400) Integer> late,
            @ForAll @IntRange(min = 1, max = 5) int pageLimit,
            @ForAll @IntRange(max = 30) int after) {
        Exchange exchange = new Exchange(rows(early, 0), List.of(), Integer.MAX_VALUE);
        assertThat(walk(exchange, pageLimit, Duration.ofDays(20))).hasSize(early.size());

        Exchange shifting = new Exchange(rows(early, 0), rows(late, 100), after);
        assertThat(walk(shifting, pageLimit, Duration.ofDays(20)))
                .containsAll(rows(early, 0).stream().map(Row::id).toList());
    }

    /** Of four rows, pages of two: one appears among those of the first page while the second is asked for. */
    @Test
    void rowThatAppearsInAPageThatWasRead_isFoundByReadingAgain() {
        List<Row> early = List.of(new Row(1, "A", 10), new Row(2, "A", 20), new Row(3, "A", 30), new Row(4, "A", 40));
        assertThat(walk(new Exchange(early, List.of(new Row(5, "A", 35)), 1), 2, Duration.ofDays(3)))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void pagesThatFitExactly_areNotFollowedByAnEmptyOne() {
        Exchange exchange = new Exchange(rows(List.of(1, 1, 1, 1), 0), List.of(), Integer.MAX_VALUE);
        walk(exchange, 2, Duration.ofDays(3));
        // One page of two rows for each lane.
        assertThat(exchange.answered).isEqualTo(2);
    }

    @Test
    void shortPage_isRefusedWhereMoreRowsArePromised() {
        Scope scope = Samples.scope(Samples.SUB1, FROM, FROM.plus(Duration.ofDays(3)), 100);
        assertThatThrownBy(() -> WALK.after(50, OptionalLong.of(80), LANES, Cursor.START, scope))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("80");
    }

    @Test
    void rowsThatKeepAppearing_failByName() {
        Scope scope = Samples.scope(Samples.SUB1, FROM, FROM.plus(Duration.ofDays(3)), 1);
        assertThatThrownBy(() -> {
                    Cursor cursor = Cursor.START;
                    for (int total = 2; total < 200; total++) {
                        cursor = WALK.after(1, OptionalLong.of(total), LANES, cursor, scope);
                    }
                })
                .isInstanceOf(NoProgress.class)
                .hasMessageContaining("rows");
    }

    @Test
    void laneThatIsGone_isNamed() {
        Scope scope = Samples.scope(Samples.SUB1, FROM, FROM, 1);
        assertThatThrownBy(() -> WALK.ask(BARE, LANES, Cursor.START.with("lane", "type:C"), scope))
                .isInstanceOf(NoProgress.class)
                .hasMessageContaining("type:C");
    }
}
