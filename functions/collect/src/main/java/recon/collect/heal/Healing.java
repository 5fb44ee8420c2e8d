package recon.collect.heal;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recon.ledger.completeness.Amendment;
import recon.ledger.completeness.Gap;
import recon.ledger.completeness.LostReport;
import recon.ledger.completeness.OrderCheck;
import recon.ledger.completeness.TradeCheck;
import recon.ledger.order.Execution;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderSighting;
import recon.ledger.order.OrderState;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionBook;
import recon.storage.execution.Healed;
import recon.storage.execution.OrderRecord;
import recon.storage.execution.ReportedExecution;
import recon.storage.execution.SightedOrder;

/**
 * What the exchange lists of orders and trades against what the user-data stream told. What is missing is filled in
 * where the lists have it, and named where they do not. Everything may be done again and cut anywhere: nothing is
 * counted or named twice.
 */
public final class Healing {
    private final ExecutionBook book;
    private final ErrorBook errors;
    private final Announcer announcer;
    private final InstantSource clock;

    /** @param bus is told of every order that changes */
    public Healing(ExecutionBook book, ErrorBook errors, EventBus bus, InstantSource clock) {
        this.book = requireNonNull(book, "book is null");
        this.errors = requireNonNull(errors, "errors is null");
        this.announcer = new Announcer(book, bus);
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Takes note of orders as they stand, without asking what is missing. */
    public void sighted(Collection<SightedOrder> orders) {
        announcer.tell(book.sight(orders));
    }

    /**
     * Takes note of orders as they stand, and names the reports of them that are lost. Orders that ended before anybody
     * listened are none of ours.
     *
     * @param settled up to when, by the exchange's clock, reports are not under way any more: what happened later is not
     *     missed yet, and its order is to be checked again
     */
    public Checked orders(Listening listening, Instant settled, Collection<SightedOrder> page) {
        List<SightedOrder> ours = page.stream()
                .filter(order -> !order.sighting().closed() || changed(listening, order.sighting()))
                .toList();
        List<OrderRecord> records = book.sight(ours);
        announcer.tell(records);
        Map<OrderKey, OrderState> states =
                records.stream().collect(toMap(OrderRecord::order, OrderRecord::state, (one, later) -> later));
        List<OrderKey> doubtful = new ArrayList<>();
        int lost = 0;
        for (SightedOrder order : ours) {
            OrderSighting sighting = order.sighting();
            Optional<OrderState> known = Optional.ofNullable(states.get(sighting.order()));
            if (OrderCheck.asksForAmendments(sighting, known) && changed(listening, sighting)) {
                doubtful.add(sighting.order());
            }
            lost += name(
                    listening,
                    settled,
                    OrderCheck.lost(sighting, known, List.of(), Set.of()),
                    sighting.raw().key());
        }
        return new Checked(lost, doubtful);
    }

    /**
     * Names the amendments of an order whose reports are lost.
     *
     * @param amendments as the exchange lists them, all or a page of them
     * @return how many are lost
     */
    public int amendments(Listening listening, Instant settled, OrderKey order, Collection<Amendment> amendments) {
        Set<Long> seen = amendments.stream()
                .map(Amendment::time)
                .map(Healing::day)
                .distinct()
                .flatMap(day -> book.executions(order.account(), order.symbol(), day).stream())
                .map(one -> one.execution().executionId())
                .collect(toSet());
        return name(listening, settled, OrderCheck.lostAmendments(amendments, seen), "");
    }

    private static boolean changed(Listening listening, OrderSighting order) {
        return !order.updatedAt().isBefore(listening.since());
    }

    private int name(Listening listening, Instant settled, List<LostReport> reports, String evidence) {
        List<LostReport> missed = reports.stream()
                .filter(report -> !report.about().isBefore(listening.since()))
                .filter(report -> !report.about().isAfter(settled))
                .toList();
        if (!missed.isEmpty()) {
            Instant now = clock.instant();
            List<Gap> gaps = listening.gaps(listening.since(), now);
            missed.forEach(report -> errors.put(Findings.lost(report, evidence, gaps, now)));
        }
        return missed.size();
    }

    /**
     * Compares the trades of a symbol on some days, fills in those that are missing, and names all that does not agree.
     *
     * @param days in UTC; all of them have ended
     * @param listed the trades of these days, as the exchange lists them
     */
    public Traded trades(
            Listening listening, String symbol, Collection<LocalDate> days, Collection<HealedFill> listed) {
        String account = listening.account();
        List<Execution> stream = days.stream()
                .flatMap(day -> book.executions(account, symbol, day).stream())
                .map(ReportedExecution::execution)
                .toList();
        List<HealedFill> before = days.stream()
                .flatMap(day -> book.healed(account, symbol, day).stream())
                .toList();
        // Who died while trades were healed may not have told of their orders.
        announcer.tell(book.orders(before.stream().map(HealedFill::order).collect(toSet())));
        TradeCheck.Result result = TradeCheck.of(listed, stream, before);
        Healed healed = heal(result.missing().stream()
                .filter(fill -> !fill.time().isBefore(listening.since()))
                .toList());
        Instant now = clock.instant();
        result.unknown().forEach(one -> errors.put(Findings.unknown(one, now)));
        result.differing().forEach(one -> errors.put(Findings.differs(one, now)));
        return new Traded(
                healed.fresh().size(),
                healed.unplaced().size(),
                result.unknown().size(),
                result.differing().size());
    }

    /** Named first and settled afterwards: who dies in between leaves a name that the next one settles. */
    private Healed heal(List<HealedFill> missing) {
        missing.forEach(fill -> errors.put(Findings.missing(fill, clock.instant())));
        Healed healed = book.heal(missing);
        announcer.tell(healed.orders());
        healed.unplaced().forEach(fill -> errors.put(Findings.unplaced(fill, clock.instant())));
        Instant now = clock.instant();
        missing.stream()
                .filter(fill -> !healed.unplaced().contains(fill))
                .forEach(fill -> errors.put(Findings.missing(fill, now).settled(now, Findings.FROM_MY_TRADES)));
        return healed;
    }

    /**
     * Names when nobody listened on a day.
     *
     * @param day in UTC; it has ended
     */
    public Unheard gaps(Listening listening, LocalDate day) {
        List<Gap> gaps = listening.gaps(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        Instant now = clock.instant();
        gaps.forEach(gap -> errors.put(Findings.gap(listening.account(), gap, now)));
        return new Unheard(gaps.size(), gaps.stream().map(Gap::length).reduce(Duration.ZERO, Duration::plus));
    }

    /**
     * Settles what was found before, on any day, and has mended itself: reports and trades that came after all, and gaps
     * that are covered by now.
     *
     * @param listed trades as the exchange lists them
     * @return how many reports of the account are lost still
     */
    public int settle(Listening listening, Collection<HealedFill> listed) {
        return new Settling(book, errors, clock.instant()).settle(listening, listed);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
