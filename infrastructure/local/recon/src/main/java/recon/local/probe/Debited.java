package recon.local.probe;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What the movements of one source would make of the spot balances, if a setting had a certain value.
 *
 * @param value of the setting
 * @param byDay by UTC day and asset, signed; what is not there is 0
 */
record Debited(String value, SortedMap<LocalDate, Map<String, BigDecimal>> byDay) {
    Debited {
        requireNonNull(value, "value is null");
        requireNonNull(byDay, "byDay is null");
    }

    BigDecimal moved(LocalDate day, String asset) {
        return byDay.getOrDefault(day, Map.of()).getOrDefault(asset, BigDecimal.ZERO);
    }

    Set<String> assets(LocalDate day) {
        return new TreeSet<>(byDay.getOrDefault(day, Map.of()).keySet());
    }
}
