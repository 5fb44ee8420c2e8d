package recon.ledger.statement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recon.ledger.entry.Booking;

/** One coin in one wallet of one account, as the statement and as the books have it; partners leave both lists. */
final class Side {
    final List<StatementRow> rows = new ArrayList<>();
    final List<BookedLeg> legs = new ArrayList<>();

    /** One second and one amount, whatever its scale. */
    private record Movement(long second, BigDecimal amount) {
        static Movement of(Instant time, BigDecimal amount) {
            return new Movement(time.getEpochSecond(), amount.stripTrailingZeros());
        }
    }

    /** Takes away what is equal, one for one. */
    long pairs() {
        Map<Movement, Deque<BookedLeg>> booked = new HashMap<>();
        legs.forEach(leg -> booked.computeIfAbsent(
                        Movement.of(leg.booking().time(), leg.leg().amount()), _ -> new ArrayDeque<>())
                .add(leg));
        List<StatementRow> left = new ArrayList<>();
        for (StatementRow row : rows) {
            Deque<BookedLeg> same = booked.get(Movement.of(row.time(), row.change()));
            if (same == null || same.poll() == null) {
                left.add(row);
            }
        }
        long found = rows.size() - (long) left.size();
        Set<BookedLeg> unanswered = these(List.of());
        booked.values().forEach(unanswered::addAll);
        keep(left, unanswered);
        return found;
    }

    /**
     * Takes away whole seconds whose sums are equal. What cancels out within its second, as an account's trade with itself
     * does, agrees with silence.
     */
    long sums() {
        Map<Long, List<StatementRow>> told = new HashMap<>();
        rows.forEach(row -> told.computeIfAbsent(row.time().getEpochSecond(), _ -> new ArrayList<>())
                .add(row));
        Map<Long, List<BookedLeg>> booked = new HashMap<>();
        legs.forEach(leg -> booked.computeIfAbsent(leg.booking().time().getEpochSecond(), _ -> new ArrayList<>())
                .add(leg));
        Set<Long> seconds = new HashSet<>(told.keySet());
        seconds.addAll(booked.keySet());
        seconds.removeIf(second ->
                said(told.getOrDefault(second, List.of())).compareTo(sum(booked.getOrDefault(second, List.of()))) != 0);
        long before = rows.size();
        rows.removeIf(row -> seconds.contains(row.time().getEpochSecond()));
        legs.removeIf(leg -> seconds.contains(leg.booking().time().getEpochSecond()));
        return before - rows.size();
    }

    /**
     * Takes away equal amounts at times that are close enough: first what a booking moves in all, for a withdrawal's row
     * contains its fee, then single legs.
     */
    List<StatementComparison.Moved> close() {
        Map<Booking, List<BookedLeg>> bookings = new LinkedHashMap<>();
        legs.forEach(leg ->
                bookings.computeIfAbsent(leg.booking(), _ -> new ArrayList<>()).add(leg));
        List<StatementComparison.Moved> found = new ArrayList<>(close(bookings.values()));
        found.addAll(close(legs.stream().map(List::of).toList()));
        return found;
    }

    private List<StatementComparison.Moved> close(Collection<List<BookedLeg>> candidates) {
        Map<BigDecimal, List<List<BookedLeg>>> booked = new HashMap<>();
        candidates.forEach(some -> booked.computeIfAbsent(sum(some).stripTrailingZeros(), _ -> new ArrayList<>())
                .add(some));
        List<StatementComparison.Moved> found = new ArrayList<>();
        List<StatementRow> left = new ArrayList<>();
        Set<BookedLeg> unanswered = these(legs);
        for (StatementRow row : rows) {
            List<List<BookedLeg>> same = booked.getOrDefault(row.change().stripTrailingZeros(), List.of());
            Optional<List<BookedLeg>> nearest = same.stream()
                    .filter(some -> between(row, some).compareTo(some.getFirst().leeway()) <= 0)
                    .min(Comparator.comparing(some -> between(row, some)));
            nearest.ifPresentOrElse(
                    some -> {
                        same.remove(some);
                        some.forEach(unanswered::remove);
                        found.add(new StatementComparison.Moved(
                                row, some.getFirst().booking()));
                    },
                    () -> left.add(row));
        }
        keep(left, unanswered);
        return found;
    }

    private static BigDecimal said(Collection<StatementRow> rows) {
        return rows.stream().map(StatementRow::change).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Collection<BookedLeg> legs) {
        return legs.stream().map(leg -> leg.leg().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Duration between(StatementRow row, List<BookedLeg> some) {
        Instant second = some.getFirst().booking().time().truncatedTo(ChronoUnit.SECONDS);
        return Duration.between(row.time(), second).abs();
    }
    /** Each by itself: two legs of one booking may be equal. */
    private static Set<BookedLeg> these(List<BookedLeg> some) {
        Set<BookedLeg> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(some);
        return set;
    }

    private void keep(List<StatementRow> left, Set<BookedLeg> unanswered) {
        rows.retainAll(new HashSet<>(left));
        legs.retainAll(unanswered);
    }
}
