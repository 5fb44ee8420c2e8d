package recon.ledger.position.total;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.total.TotalCheck.Verdict;

/**
 * The sums over all rows of an account, and day by day. In a long history a missing row is a small part of the whole: the
 * day shows it, and says which rows have to be fetched again.
 */
public final class DailyTotals {
    private record Key(TotalCheck.Metric metric, String symbol, String asset) {}

    private final Totals all = new Totals();
    private final NavigableMap<LocalDate, Totals> days = new TreeMap<>();

    /** The next fill, in the order of a fold. */
    public void fill(FuturesFill fill) {
        all.fill(fill);
        day(Instant.ofEpochMilli(fill.time())).fill(fill);
    }

    /** The next income row, in the order of a fold. */
    public void income(FuturesIncome row) {
        all.income(row);
        day(row.time()).income(row);
    }

    private Totals day(Instant time) {
        return days.computeIfAbsent(LocalDate.ofInstant(time, ZoneOffset.UTC), _ -> new Totals());
    }

    /** The sums over everything, as {@link Totals#checks}. */
    public List<TotalCheck> checks() {
        return all.checks();
    }

    /** What does not agree, by contract, metric and asset; nothing that only fell on two sides of a midnight. */
    public List<Disagreement> disagreements() {
        if (days.isEmpty()) {
            return List.of();
        }
        Map<Key, NavigableMap<LocalDate, TotalCheck>> byKey = new HashMap<>();
        days.forEach((day, totals) -> single(totals.checks())
                .forEach(check ->
                        byKey.computeIfAbsent(key(check), _ -> new TreeMap<>()).put(day, check)));
        Map<Key, Disagreement> found = new HashMap<>();
        byKey.forEach((key, checks) -> of(checks).ifPresent(one -> found.put(key, one)));
        // Small parts of every day may add up to something.
        single(all.checks())
                .filter(check -> check.verdict() != Verdict.AGREES)
                .forEach(check ->
                        found.putIfAbsent(key(check), new Disagreement(check, days.firstKey(), days.lastKey())));
        return found.values().stream()
                .sorted(Comparator.comparing((Disagreement one) -> one.check().symbol())
                        .thenComparing(one -> one.check().metric())
                        .thenComparing(one -> one.check().asset()))
                .toList();
    }

    private static Stream<TotalCheck> single(List<TotalCheck> checks) {
        return checks.stream().filter(check -> !check.symbol().isEmpty());
    }

    private static Key key(TotalCheck check) {
        // Of a day without a profit nobody knows in which asset it would be stated.
        return new Key(check.metric(), check.symbol(), check.metric() == TotalCheck.Metric.FEES ? check.asset() : "");
    }

    /** A row may be stamped in another day than what it belongs to: a day counts if it does not agree with its neighbours either. */
    private static Optional<Disagreement> of(NavigableMap<LocalDate, TotalCheck> checks) {
        SortedSet<LocalDate> wrong = new TreeSet<>();
        checks.forEach((day, check) -> {
            if (check.verdict() != Verdict.AGREES
                    && sum(checks, day.minusDays(1), day.plusDays(1)).verdict() != Verdict.AGREES) {
                wrong.add(day);
            }
        });
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Disagreement(sum(checks, wrong.first(), wrong.last()), wrong.first(), wrong.last()));
    }

    private static TotalCheck sum(NavigableMap<LocalDate, TotalCheck> checks, LocalDate from, LocalDate to) {
        List<TotalCheck> some =
                new ArrayList<>(checks.subMap(from, true, to, true).values());
        TotalCheck first = some.getFirst();
        return new TotalCheck(
                first.metric(),
                first.symbol(),
                requireNonNull(some.stream()
                        .map(TotalCheck::asset)
                        .filter(asset -> !asset.isEmpty())
                        .findFirst()
                        .orElse("")),
                some.stream().map(TotalCheck::fills).reduce(BigDecimal.ZERO, BigDecimal::add),
                some.stream().map(TotalCheck::income).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
