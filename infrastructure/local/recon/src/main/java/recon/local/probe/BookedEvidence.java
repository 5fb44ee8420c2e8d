package recon.local.probe;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells a setting by the balances at the ends of days: what the ledger would book under each of its values is held against
 * what the balance of an asset did. Only a day on which one value alone comes out to the last digit tells anything.
 */
final class BookedEvidence {
    private final String question;
    private final String setting;
    private final String otherwise;

    /** @param otherwise what to do where nothing tells */
    BookedEvidence(String question, String setting, String otherwise) {
        this.question = requireNonNull(question, "question is null");
        this.setting = requireNonNull(setting, "setting is null");
        this.otherwise = requireNonNull(otherwise, "otherwise is null");
    }

    /**
     * Holds the values against the balances.
     *
     * @param ends the spot balances at the end of each UTC day, by asset; what is not there is 0
     * @param candidates each value of the setting
     */
    Answered answer(SortedMap<LocalDate, Map<String, BigDecimal>> ends, List<Debited> candidates) {
        TreeMap<String, Integer> told = new TreeMap<>();
        TreeSet<LocalDate> days = new TreeSet<>();
        candidates.forEach(candidate -> days.addAll(candidate.byDay().keySet()));
        for (LocalDate day : days) {
            TreeSet<String> assets = new TreeSet<>();
            candidates.forEach(candidate -> assets.addAll(candidate.assets(day)));
            assets.forEach(asset ->
                    testimony(ends, candidates, day, asset).ifPresent(value -> told.merge(value, 1, Integer::sum)));
        }
        if (told.size() != 1) {
            return new Answered(
                    question,
                    Optional.of(setting),
                    Optional.empty(),
                    told.isEmpty() ? otherwise : "days contradict each other: look at them by hand");
        }
        return new Answered(
                question,
                Optional.of(setting),
                Optional.of(told.firstKey()),
                "told by " + told.firstEntry().getValue() + " balances at the ends of days");
    }

    private static Optional<String> testimony(
            SortedMap<LocalDate, Map<String, BigDecimal>> ends, List<Debited> candidates, LocalDate day, String asset) {
        Map<String, BigDecimal> before = ends.get(day.minusDays(1));
        Map<String, BigDecimal> after = ends.get(day);
        if (before == null || after == null) {
            return Optional.empty();
        }
        BigDecimal change =
                after.getOrDefault(asset, BigDecimal.ZERO).subtract(before.getOrDefault(asset, BigDecimal.ZERO));
        List<Debited> fitting = candidates.stream()
                .filter(candidate -> candidate.moved(day, asset).compareTo(change) == 0)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst().value()) : Optional.empty();
    }
}
