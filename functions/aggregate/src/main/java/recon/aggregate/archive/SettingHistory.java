package recon.aggregate.archive;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import recon.ledger.position.entry.LeverageSetting;

/**
 * How contracts were margined when that was asked for. The exchange keeps no past: what was said first after a close is
 * the nearest to it, and does not change with what is said later.
 */
public final class SettingHistory {
    private final NavigableSet<Long> asked = new TreeSet<>();
    private final Map<String, NavigableMap<Long, LeverageSetting>> bySymbol = new HashMap<>();

    void said(Instant at, String symbol, LeverageSetting setting) {
        NavigableMap<Long, LeverageSetting> known = bySymbol.computeIfAbsent(symbol, _ -> new TreeMap<>());
        if (known.isEmpty() || !known.lastEntry().getValue().equals(setting)) {
            known.put(at.toEpochMilli(), setting);
        }
    }

    void asked(Instant at) {
        asked.add(at.toEpochMilli());
    }

    /**
     * How a contract was margined.
     *
     * @param closedAt when the position was closed, epoch milliseconds, UTC
     */
    public LeverageSetting at(String symbol, long closedAt) {
        NavigableMap<Long, LeverageSetting> known = bySymbol.getOrDefault(symbol, new TreeMap<>());
        return Optional.ofNullable(asked.ceiling(closedAt))
                .map(known::floorEntry)
                .or(() -> Optional.ofNullable(known.lastEntry()))
                .map(Map.Entry::getValue)
                .orElse(LeverageSetting.UNKNOWN);
    }
}
