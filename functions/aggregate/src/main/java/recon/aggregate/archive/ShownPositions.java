package recon.aggregate.archive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.CapturedPosition;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionKey;

/**
 * Captures of positions. A position that an answer leaves out was zero, unless a fill was under way. An answer counts for
 * a contract only if its fills were asked for since: before that a fill is not missing, it was not looked for.
 */
final class ShownPositions {
    /** A fill that is so young may not be in the answer. */
    private static final long UNDER_WAY = 10_000;

    private record Shown(long sentAt, long receivedAt, List<CapturedPosition> positions, boolean whole) {}

    private final List<Shown> shown = new ArrayList<>();
    private final Map<String, Long> tradesAsked = new HashMap<>();
    private long incomeAsked = Long.MIN_VALUE;

    void tradesAsked(String symbol, Instant at) {
        tradesAsked.merge(symbol, at.toEpochMilli(), Math::max);
    }

    /** @param at up to when it was: a window that is read again may end long before it is asked for */
    void incomeAsked(Instant at) {
        incomeAsked = Math.max(incomeAsked, at.toEpochMilli());
    }

    /** @param whole whether all of it could be read: where a row could not, what is left out may be held */
    void shown(Instant sentAt, Instant receivedAt, List<CapturedPosition> positions, boolean whole) {
        shown.add(new Shown(sentAt.toEpochMilli(), receivedAt.toEpochMilli(), positions, whole));
    }

    /** What the answers mean beside these fills and this income. */
    Stream<CapturedPosition> captures(List<FuturesFill> fills, List<FuturesIncome> income) {
        Map<PositionKey, NavigableSet<Long>> filled = new HashMap<>();
        fills.forEach(
                fill -> filled.computeIfAbsent(fill.key(), _ -> new TreeSet<>()).add(fill.time()));
        Map<String, NavigableSet<Long>> paid = new HashMap<>();
        income.forEach(row -> paid.computeIfAbsent(row.symbol(), _ -> new TreeSet<>())
                .add(row.time().toEpochMilli()));
        Map<PositionKey, Long> zeroSince = new HashMap<>();
        List<CapturedPosition> captures = new ArrayList<>();
        for (Shown answer : shown) {
            Set<PositionKey> held = new HashSet<>();
            for (CapturedPosition position : answer.positions()) {
                held.add(position.key());
                zeroSince.remove(position.key());
                if (covered(position.symbol(), answer, paid)) {
                    captures.add(position);
                }
            }
            filled.forEach((key, times) -> {
                if (answer.whole() && !held.contains(key) && covered(key.symbol(), answer, paid)) {
                    zero(key, times, answer, zeroSince).ifPresent(captures::add);
                }
            });
        }
        return captures.stream();
    }

    private boolean covered(String symbol, Shown answer, Map<String, NavigableSet<Long>> paid) {
        long asked = tradesAsked.getOrDefault(symbol, Long.MIN_VALUE);
        if (asked >= answer.receivedAt()) {
            return true;
        }
        // Nobody asks for the fills of a contract of which nothing was paid since.
        return incomeAsked >= answer.receivedAt()
                && paid.getOrDefault(symbol, new TreeSet<>())
                        .subSet(asked, true, answer.receivedAt(), true)
                        .isEmpty();
    }

    /** One is enough as long as nothing moves. */
    private static Optional<CapturedPosition> zero(
            PositionKey key, NavigableSet<Long> fills, Shown answer, Map<PositionKey, Long> zeroSince) {
        Long since = zeroSince.get(key);
        boolean moved = since == null
                || !fills.subSet(since, false, answer.sentAt(), true).isEmpty();
        boolean underWay = !fills.subSet(answer.sentAt() - UNDER_WAY, true, answer.receivedAt(), true)
                .isEmpty();
        if (!moved || underWay) {
            return Optional.empty();
        }
        zeroSince.put(key, answer.sentAt());
        return Optional.of(new CapturedPosition(
                key.accountId(), key.symbol(), key.side(), BigDecimal.ZERO, Optional.empty(), answer.sentAt()));
    }
}
