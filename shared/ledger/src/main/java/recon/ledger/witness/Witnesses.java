package recon.ledger.witness;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.ledger.Wallet;
import recon.ledger.booking.CapitalFlow;
import recon.ledger.entry.Booking;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.CapitalFlowSign;
import recon.ledger.setting.LedgerSettings.TransferIds;

/**
 * Compares what was booked with what a second source saw of it. Each row vouches for one other: by its id where the
 * exchange shares it, else by wallet, asset, amount and time. A source that shows nothing says nothing.
 */
public final class Witnesses {
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final LocalDate date;
    private final LedgerSettings settings;

    private Witnesses(LocalDate date, LedgerSettings settings) {
        this.date = date;
        this.settings = settings;
    }

    /**
     * What only one side shows on {@code date}.
     *
     * @param bookings of the account, at least from a minute before the day to a minute after it
     * @param witnesses of the account, the same stretch
     */
    public static List<Discrepancy> compare(
            LocalDate date, List<Booking> bookings, List<WitnessRow> witnesses, LedgerSettings settings) {
        Witnesses comparison = new Witnesses(date, settings);
        return WitnessRule.ALL.stream()
                .flatMap(rule -> comparison.compare(rule, bookings, witnesses))
                .toList();
    }

    private Stream<Discrepancy> compare(WitnessRule rule, List<Booking> bookings, List<WitnessRow> witnesses) {
        List<Movement> seen = witnesses.stream()
                .filter(row -> row.source().equals(rule.witness()))
                .filter(row -> rule.sees().test(row.wallet()))
                .map(Movement::of)
                .toList();
        List<Movement> booked = bookings.stream()
                .filter(booking -> rule.booked().contains(booking.source()))
                .filter(booking -> rule.rows().test(booking.externalId()))
                .flatMap(Movement::of)
                .filter(leg -> rule.sees().test(leg.wallet()))
                .toList();
        if (seen.isEmpty()) {
            return Stream.of();
        }
        return rule.perRow() ? rows(rule, booked, seen) : sums(booked, seen);
    }

    private Stream<Discrepancy> rows(WitnessRule rule, List<Movement> booked, List<Movement> seen) {
        boolean signless =
                rule.witness().equals(CapitalFlow.SOURCE) && settings.capitalFlowSign() == CapitalFlowSign.ABSOLUTE;
        boolean byId = rule.shareIds() && settings.transferIds() == TransferIds.SHARED;
        Map<Alike, List<Movement>> unused =
                seen.stream().collect(Collectors.groupingBy(row -> Alike.of(row, signless)));
        List<Movement> notWitnessed = new ArrayList<>();
        for (Movement leg : booked) {
            List<Movement> alike = unused.getOrDefault(Alike.of(leg, signless), List.of());
            Optional<Movement> vouching =
                    alike.stream().filter(row -> vouches(row, leg, byId)).findFirst();
            vouching.ifPresentOrElse(alike::remove, () -> notWitnessed.add(leg));
        }
        Stream<Discrepancy> unseen = rule.complete()
                ? notWitnessed.stream().map(leg -> leg.only(Discrepancy.Kind.NOT_WITNESSED))
                : Stream.of();
        Stream<Discrepancy> notBooked = seen.stream()
                .filter(row ->
                        unused.getOrDefault(Alike.of(row, signless), List.of()).contains(row))
                .map(row -> row.only(Discrepancy.Kind.NOT_BOOKED));
        return Stream.concat(unseen, notBooked).filter(this::ofTheDay);
    }

    private static boolean vouches(Movement row, Movement leg, boolean byId) {
        return (!byId || row.externalId().equals(leg.externalId()))
                && Duration.between(row.time(), leg.time()).abs().compareTo(TOLERANCE) <= 0;
    }

    /** One order may be booked in many parts: only the day's sum of an asset can be compared. */
    private Stream<Discrepancy> sums(List<Movement> booked, List<Movement> seen) {
        Map<Asset, BigDecimal> open = new HashMap<>();
        seen.stream().filter(this::ofTheDay).forEach(row -> open.merge(Asset.of(row), row.amount(), BigDecimal::add));
        booked.stream()
                .filter(this::ofTheDay)
                .forEach(leg -> open.computeIfPresent(Asset.of(leg), (asset, sum) -> sum.subtract(leg.amount())));
        return seen.stream()
                .filter(this::ofTheDay)
                .filter(row -> open.getOrDefault(Asset.of(row), BigDecimal.ZERO).signum() != 0)
                .map(row -> row.only(Discrepancy.Kind.NOT_BOOKED));
    }

    private boolean ofTheDay(Movement movement) {
        return LocalDate.ofInstant(movement.time(), ZoneOffset.UTC).equals(date);
    }

    private boolean ofTheDay(Discrepancy discrepancy) {
        return LocalDate.ofInstant(discrepancy.time(), ZoneOffset.UTC).equals(date);
    }

    /** An asset of a wallet. */
    private record Asset(Wallet wallet, String asset) {
        static Asset of(Movement movement) {
            return new Asset(movement.wallet(), movement.asset());
        }
    }

    /** What two movements must have in common to be the same one; the amount without its scale. */
    private record Alike(Asset asset, BigDecimal amount) {
        static Alike of(Movement movement, boolean signless) {
            BigDecimal amount = signless ? movement.amount().abs() : movement.amount();
            return new Alike(Asset.of(movement), amount.stripTrailingZeros());
        }
    }
}
