package recon.ledger.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;

/**
 * Compares a statement with the books. Every row and every leg finds at most one partner: first what has the same
 * wallet, coin, second and amount; then, in what is left, seconds whose sums are equal; then equal amounts at times
 * that are close, the closest first.
 */
public final class StatementCheck {
    private static final Comparator<StatementRow> BY_LINE = Comparator.comparingLong(StatementRow::line);
    private static final Comparator<BookedLeg> BY_TIME = Comparator.comparing(
                    (BookedLeg leg) -> leg.booking().time())
            .thenComparing(leg -> leg.booking().accountId())
            .thenComparing(leg -> leg.booking().source())
            .thenComparing(leg -> leg.booking().externalId())
            .thenComparing(leg -> leg.booking().part());

    private long equal;
    private long together;
    private final List<StatementComparison.Moved> moved = new ArrayList<>();
    private final List<StatementRow> onlyInStatement = new ArrayList<>();
    private final List<BookedLeg> onlyInBooks = new ArrayList<>();

    private StatementCheck() {}

    /**
     * Compares both sides of the same accounts and the same stretch of time.
     *
     * @param statement in any order
     * @param books in any order
     */
    public static StatementComparison of(Collection<StatementRow> statement, Collection<Booking> books) {
        return new StatementCheck().compare(statement, books);
    }

    private StatementComparison compare(Collection<StatementRow> statement, Collection<Booking> books) {
        Map<Place, Side> sides = new TreeMap<>();
        for (StatementRow row : statement) {
            StatementWallets.of(row.wallet())
                    .ifPresentOrElse(
                            wallet -> side(sides, new Place(row.userId(), wallet, row.coin()))
                                    .rows
                                    .add(row),
                            () -> onlyInStatement.add(row));
        }
        for (Booking booking : books) {
            for (Leg leg : booking.legs()) {
                if (leg.amount().signum() != 0) {
                    String wallet = StatementWallets.of(leg.wallet());
                    side(sides, new Place(booking.accountId(), wallet, leg.asset()))
                            .legs
                            .add(new BookedLeg(booking, leg));
                }
            }
        }
        sides.values().forEach(this::compare);
        onlyInStatement.sort(BY_LINE);
        onlyInBooks.sort(BY_TIME);
        return new StatementComparison(
                equal,
                together,
                moved,
                onlyInStatement,
                onlyInBooks,
                count(statement, StatementRow::operation, row -> !Operations.isKnown(row.operation())),
                count(
                        statement,
                        StatementRow::wallet,
                        row -> StatementWallets.of(row.wallet()).isEmpty()));
    }

    private void compare(Side side) {
        side.rows.removeIf(row -> row.change().signum() == 0);
        equal += side.pairs();
        together += side.sums();
        moved.addAll(side.close());
        onlyInStatement.addAll(side.rows);
        onlyInBooks.addAll(side.legs);
    }

    private static Side side(Map<Place, Side> sides, Place place) {
        return sides.computeIfAbsent(place, _ -> new Side());
    }

    private static SortedMap<String, Long> count(
            Collection<StatementRow> rows, Function<StatementRow, String> name, Predicate<StatementRow> counted) {
        Stream<StatementRow> some = rows.stream().filter(counted);
        return some.collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()));
    }

    /** What can only be compared with itself. */
    private record Place(String account, String wallet, String coin) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::account)
                .thenComparing(Place::wallet)
                .thenComparing(Place::coin);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
