package recon.storage.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import recon.ledger.booking.LegacyTransfer;
import recon.ledger.entry.Booking;
import recon.ledger.row.RowSeen;
import recon.ledger.row.WitnessRow;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Lanes;
import recon.storage.item.Restoration;
import recon.storage.item.Table;
import recon.storage.schema.Schema;

/**
 * The books: bookings and witnesses by account and UTC day. Writing anything twice changes nothing. Times are kept to
 * the millisecond; amounts are exact, and their scale is not kept.
 */
public final class LedgerTable {
    /** The longest stretch of days read at once. */
    private static final int MOST_DAYS = 1000;

    private static final String LAST = "~";

    private final Table table;
    private final Batches batches;
    private final RowBook rows;
    private final Restoration restoration;

    public LedgerTable(AwsClients clients, AwsSettings settings) {
        this.table = new Table(clients.dynamodb(), settings.table(Schema.LEDGER));
        this.batches = new Batches(table);
        this.rows = new RowBook(table);
        this.restoration = new Restoration(table);
    }

    /** Books rows that never change. A cut leaves some of them unwritten: book them all again. */
    public void book(Collection<Booking> bookings) {
        batches.put(bookings.stream().map(BookingItems::write).toList());
    }

    /** Takes note of a row that changes its state: what it booked before is replaced by what it books now. */
    public void record(RowSeen seen) {
        record(List.of(seen));
    }

    /** As {@link #record(RowSeen)}, each row whole, several rows at a time. */
    public void record(Collection<RowSeen> seen) {
        rows.record(seen);
    }

    /**
     * As {@link #record(Collection)}; what a row has booked and is missing in the books is booked again as well.
     *
     * @return how many rows were not known, or not known to be so, and how many bookings were missing
     */
    public int restoreRows(Collection<RowSeen> seen) {
        int changed = rows.record(seen);
        return changed
                + restoration.rows(
                        rows.standing(seen).stream().map(BookingItems::write).toList());
    }

    /**
     * Books rows that never change where they are missing or booked otherwise.
     *
     * @return how many were
     */
    public int restore(Collection<Booking> bookings) {
        return restoration.rows(bookings.stream().map(BookingItems::write).toList());
    }

    /**
     * Keeps what second sources show where it is missing or kept otherwise.
     *
     * @return how many rows were
     */
    public int restoreWitnesses(Collection<WitnessRow> seen) {
        return restoration.rows(seen.stream().map(WitnessItems::write).toList());
    }

    /** Keeps what second sources show; it is compared, never booked. */
    public void witness(Collection<WitnessRow> seen) {
        batches.put(seen.stream().map(WitnessItems::write).toList());
    }

    /** The bookings of a UTC day in the order of their time, each movement once. */
    public List<Booking> bookings(String accountId, LocalDate day) {
        return LegacyTransfer.unrepeated(
                table.query(BookingItems.partition(accountId, day)).prefix(Keys.prefix(BookingItems.BOOKING)).stream()
                        .map(BookingItems::read)
                        .toList());
    }

    /** The bookings of {@code [from, to)} in the order of their time, each movement once, at most 1,000 days. */
    public List<Booking> bookings(String accountId, Instant from, Instant to) {
        return LegacyTransfer.unrepeated(between(BookingItems.BOOKING, accountId, from, to, BookingItems::read).stream()
                .filter(b -> !b.time().isBefore(from) && b.time().isBefore(to))
                .toList());
    }

    /** The witnesses of {@code [from, to)} in the order of their time, at most 1,000 days. */
    public List<WitnessRow> witnesses(String accountId, Instant from, Instant to) {
        return between(WitnessItems.WITNESS, accountId, from, to, WitnessItems::read).stream()
                .filter(row -> !row.time().isBefore(from) && row.time().isBefore(to))
                .toList();
    }

    private <T> List<T> between(String kind, String accountId, Instant from, Instant to, Function<Item, T> read) {
        requireNonNull(accountId, "accountId is null");
        if (!from.isBefore(to)) {
            return List.of();
        }
        LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC);
        if (last.toEpochDay() - first.toEpochDay() >= MOST_DAYS) {
            throw new IllegalArgumentException("more than " + MOST_DAYS + " days: " + first + " to " + last);
        }
        String beginning = Keys.join(kind, Keys.moment(from));
        String end = Keys.join(kind, Keys.moment(to), LAST);
        List<Callable<List<T>>> days = first.datesUntil(last.plusDays(1))
                .map(day -> (Callable<List<T>>)
                        () -> table.query(BookingItems.partition(accountId, day)).between(beginning, end).stream()
                                .map(read)
                                .toList())
                .toList();
        return Lanes.all(days).stream().flatMap(List::stream).toList();
    }

    /** What a row that changes its state stands for in the books now; empty if it was never seen. */
    public Optional<List<Booking>> booked(String accountId, String source, String externalId) {
        return table.get(HistoryItems.key(accountId, source, externalId))
                .map(item -> HistoryItems.read(item).bookings());
    }
}
