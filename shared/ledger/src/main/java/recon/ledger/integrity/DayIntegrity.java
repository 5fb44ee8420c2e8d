package recon.ledger.integrity;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.integrity.Finding.Kind;
import recon.ledger.setting.LedgerSettings;

/**
 * Checks the bookings of one day of an account against the archived rows, answer by answer. It derives what a row must
 * have become from the row itself, and not by the code that booked it.
 */
public final class DayIntegrity {
    /** The exchange's amounts have eight decimals: a product may differ by less than one unit of the last. */
    private static final BigDecimal UNIT = BigDecimal.ONE.movePointLeft(8);

    private static final String ISOLATED = ":isolated";
    /** Of what is always booked: epoch milliseconds. */
    private static final String TIME = "time";

    private final LocalDate day;
    private final LedgerSettings settings;
    private final List<Booking> bookings;
    private final Map<String, List<Booking>> byKey = new HashMap<>();
    private final Map<String, Booking> byId = new HashMap<>();

    /**
     * Takes the day up.
     *
     * @param bookings all of the account and day
     */
    public DayIntegrity(LocalDate day, List<Booking> bookings, LedgerSettings settings) {
        this.day = requireNonNull(day, "day is null");
        this.bookings = List.copyOf(bookings);
        this.settings = requireNonNull(settings, "settings is null");
        for (Booking booking : bookings) {
            byKey.computeIfAbsent(booking.raw().key(), _ -> new ArrayList<>()).add(booking);
            byId.putIfAbsent(id(booking.source(), booking.externalId()), booking);
        }
    }

    /** The sources of which every archived row is booked: their answers are worth reading without being referred to. */
    public static Set<String> alwaysBooking() {
        return RowRule.alwaysBooking();
    }

    /** The archived answers that the day's bookings refer to. */
    public Set<String> keys() {
        return Set.copyOf(byKey.keySet());
    }

    /** What is wrong in the books alone: fees, ids, their order. */
    public List<Finding> ofBookings() {
        return Stream.of(Fees.negative(bookings), Ids.twice(bookings), Ids.outOfOrder(bookings))
                .flatMap(List::stream)
                .toList();
    }

    /** An answer that is referred to and is not there; empty if nothing refers to it. */
    public Optional<Finding> missing(String key) {
        return unusable(key, Kind.RAW_MISSING, "is not in the archive");
    }

    /** An answer that is referred to and cannot be read; empty if nothing refers to it. */
    public Optional<Finding> damaged(String key) {
        return unusable(key, Kind.RAW_DAMAGED, "is not what was archived, or cannot be read");
    }

    private Optional<Finding> unusable(String key, Kind kind, String what) {
        return Optional.ofNullable(byKey.get(key))
                .map(referring -> new Finding(
                        kind,
                        key,
                        "",
                        "the answer that " + referring.size() + " bookings of " + day + " were made from " + what,
                        key));
    }

    /**
     * What is wrong between an answer and the books.
     *
     * @param source the one that archived it
     * @param key its archive key
     * @param rows in their order
     */
    public List<Finding> ofPage(String source, String key, List<? extends ArchivedRow> rows) {
        Optional<RowRule> rule = RowRule.of(source);
        List<Finding> found = new ArrayList<>();
        for (Booking booking : byKey.getOrDefault(key, List.of())) {
            int place = booking.raw().row();
            if (place >= rows.size()) {
                found.add(about(booking, Kind.RAW_ROW_MISSING, "names row " + place + " of an answer that has fewer"));
            } else {
                rule.filter(known -> differs(known, rows.get(place), booking))
                        .ifPresent(known -> found.add(
                                about(booking, Kind.RAW_DIFFERS, "is not what the row says that it was made from")));
            }
        }
        rule.ifPresent(known -> {
            for (int place = 0; place < rows.size(); place++) {
                row(known, source, key, place, rows.get(place)).ifPresent(found::add);
                sum(source, key, known, rows.get(place)).ifPresent(found::add);
            }
        });
        return List.copyOf(found);
    }

    /** A row that is booked from elsewhere must say the same; one that is always booked must be. */
    private Optional<Finding> row(RowRule rule, String source, String key, int place, ArchivedRow row) {
        if (!rule.always() || !ofTheDay(row)) {
            return Optional.empty();
        }
        return rule.externalId(row).flatMap(external -> {
            Booking booking = byId.get(id(source, external));
            if (booking == null) {
                return Optional.of(new Finding(
                        Kind.ROW_NOT_BOOKED,
                        source + "/" + external,
                        "",
                        source + " " + external + " of " + day + " is archived and not booked",
                        key));
            }
            boolean elsewhere =
                    !booking.raw().key().equals(key) || booking.raw().row() != place;
            return elsewhere && differs(rule, row, booking)
                    ? Optional.of(about(booking, Kind.ID_TWICE, "is another one in a second archived row", key))
                    : Optional.empty();
        });
    }

    private Optional<Finding> sum(String source, String key, RowRule rule, ArchivedRow row) {
        return RowRule.product(row)
                .flatMap(product -> row.amount("quoteQty").map(product::subtract))
                .filter(rest -> ofTheDay(row) && rest.abs().compareTo(UNIT) >= 0)
                .flatMap(rest -> rule.externalId(row))
                .map(external -> new Finding(
                        Kind.SUM_DIFFERS,
                        source + "/" + external,
                        row.text("symbol").orElse(""),
                        source + " " + external + ": price times quantity is not the quote amount",
                        key));
    }

    private boolean differs(RowRule rule, ArchivedRow row, Booking booking) {
        boolean same =
                rule.externalId(row).filter(plain(booking.externalId())::equals).isPresent();
        return !same
                || !rule.amounts()
                        .of(row, booking, settings)
                        .map(DayIntegrity::sorted)
                        .equals(Optional.of(
                                sorted(booking.legs().stream().map(Leg::amount).toList())));
    }

    private static List<BigDecimal> sorted(List<BigDecimal> amounts) {
        return amounts.stream().map(BigDecimal::stripTrailingZeros).sorted().toList();
    }

    private boolean ofTheDay(ArchivedRow row) {
        return row.amount(TIME)
                .map(ms -> Instant.ofEpochMilli(ms.longValue()))
                .filter(time -> LocalDate.ofInstant(time, ZoneOffset.UTC).equals(day))
                .isPresent();
    }

    private static Finding about(Booking booking, Kind kind, String what) {
        return about(booking, kind, what, booking.raw().key());
    }

    static Finding about(Booking booking, Kind kind, String what, String evidence) {
        String name = booking.source() + "/" + booking.externalId() + "/" + booking.part();
        return new Finding(
                kind,
                name,
                booking.legs().getFirst().asset(),
                booking.source() + " " + booking.externalId() + " of " + booking.time() + " " + what,
                evidence);
    }

    private static String id(String source, String externalId) {
        return source + "/" + plain(externalId);
    }

    /** The wallet of an isolated pair is part of the key in the books, and is none of the row's ids. */
    private static String plain(String externalId) {
        return externalId.endsWith(ISOLATED)
                ? externalId.substring(0, externalId.length() - ISOLATED.length())
                : externalId;
    }
}
