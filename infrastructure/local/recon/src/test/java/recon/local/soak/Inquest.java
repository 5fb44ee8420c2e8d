package recon.local.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.collect.heal.ErrorBook;
import recon.collect.heal.Healing;
import recon.collect.heal.Listening;
import recon.ledger.order.OrderKey;
import recon.ledger.symbol.Symbol;
import recon.simulator.SimulatedAccount;
import recon.simulator.event.ExecutionReport;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.OrderRecord;
import recon.storage.execution.ReportedExecution;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.schema.Schema;
import recon.storage.watermark.Watermark;

/** What the processes left, before healing and after it, against the truth. All times are by the exchange's clock. */
final class Inquest {
    private static final Pattern TOLD = Pattern.compile("(GenericOrderData#\\d+#[^#\"]+#\\d+)#(\\d+)");
    private static final int PAGE = 1_000;
    private static final Duration TELLING = Duration.ofSeconds(1);

    private final RealSite site;
    private final Set<Arrival> arrivals;
    private final ExecutionTables tables;
    private final Map<String, Long> told = new HashMap<>();
    private final Map<ReportKey, ExecutionReport> emitted = new TreeMap<>();
    private final Map<OrderKey, ExecutionReport> orders = new HashMap<>();
    private final Map<ReportKey, ReportedExecution> recorded = new HashMap<>();
    private final List<Watermark> marks = new ArrayList<>();
    private final Findings findings = new Findings();

    /** Looks at everything; the exchange's time stands still. */
    Inquest(RealSite site) {
        this.site = site;
        this.arrivals = site.record.arrivals();
        this.tables = new ExecutionTables(site.clients, site.aws);
        Instant now = site.exchange.exchangeTime();
        for (SimulatedAccount account : site.exchange.accounts()) {
            String uid = account.uid();
            marks.addAll(site.marks(uid));
            // What has happened by now is told a little later.
            site.exchange.truth().reports(uid, Instant.EPOCH, now.plus(TELLING)).stream()
                    .filter(report -> report.transactionTime() <= now.toEpochMilli())
                    .forEach(report -> emitted.put(ReportKey.of(uid, report), report));
            site.exchange
                    .truth()
                    .orders(uid, now)
                    .forEach(order -> orders.put(new OrderKey(uid, order.symbol(), order.orderId()), order));
            for (Symbol symbol : site.symbols) {
                tables.executions(uid, symbol.name(), RealSite.day())
                        .forEach(one -> recorded.put(ReportKey.of(one.execution()), one));
            }
        }
        site.events.requests().forEach(this::heard);
    }

    private void heard(String request) {
        for (Matcher event = TOLD.matcher(request); event.find(); ) {
            told.merge(event.group(1), Long.valueOf(event.group(2)), Math::max);
        }
    }

    /**
     * What is wrong before anything was healed.
     *
     * @param from from when on a task listened at every moment
     * @param to until when
     */
    List<String> beforeHealing(Instant from, Instant to) {
        new RecordedTruth(emitted, recorded, findings).check(orders(), told);
        arrivals.stream()
                .map(Arrival::key)
                .filter(key -> !recorded.containsKey(key))
                .forEach(key -> findings.add("queued and not recorded: " + key));
        claimsAreTrue();
        for (SimulatedAccount account : site.exchange.accounts()) {
            listening(account.uid(), marks)
                    .gaps(from, to)
                    .forEach(gap -> findings.add("nobody listened to " + account.uid() + ": " + gap));
        }
        List<Watermark> proven = marks.stream().map(this::proven).toList();
        Instant heard = lastTold(arrivals.stream(), to);
        emitted.forEach((key, report) -> {
            Instant at = Instant.ofEpochMilli(report.eventTime());
            if (!recorded.containsKey(key) && at.isAfter(from) && at.isBefore(heard)) {
                findings.add("missing although a task listened: " + key + " at " + at);
            }
            Listening listening = listening(key.account(), proven);
            if (!recorded.containsKey(key)
                    && at.isAfter(listening.since())
                    && listening.gaps(at.minusMillis(1), at).isEmpty()) {
                findings.add("missing in no gap: " + key + " at " + at);
            }
        });
        return findings.all();
    }

    /** What a connection claims, the queue has from that very connection. */
    private void claimsAreTrue() {
        for (Watermark mark : marks) {
            Set<ReportKey> queued = of(mark).map(Arrival::key).collect(Collectors.toSet());
            Watermark proven = proven(mark);
            emitted.forEach((key, report) -> {
                Instant at = Instant.ofEpochMilli(report.eventTime());
                if (key.account().equals(mark.account())
                        && at.isAfter(mark.subscribedAt())
                        && at.isBefore(proven.upTo())
                        && !queued.contains(key)) {
                    findings.add("a watermark of " + connection(mark) + " claims what is not in the queue: " + key
                            + " at " + at + " of " + mark.upTo());
                }
            });
        }
    }

    /**
     * A connection claims what it had received by a moment, and not what was on its way then. It receives in the order of
     * sending: what was sent before something that it had received, it had received.
     */
    private Watermark proven(Watermark mark) {
        Instant told = lastTold(of(mark), mark.upTo());
        return new Watermark(
                mark.account(),
                mark.task(),
                mark.connection(),
                mark.subscribedAt(),
                told.isBefore(mark.upTo()) ? told : mark.upTo(),
                mark.closedAt(),
                mark.reason());
    }

    private Stream<Arrival> of(Watermark mark) {
        return arrivals.stream().filter(each -> each.connection().equals(connection(mark)));
    }

    private static String connection(Watermark mark) {
        return mark.task() + "/" + mark.connection();
    }

    /** When the latest of these happened that was received by then. */
    private Instant lastTold(Stream<Arrival> some, Instant by) {
        return some.filter(each -> !site.theirs(each.receivedAt()).isAfter(by))
                .map(Arrival::told)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Listening listening(String account, List<Watermark> marks) {
        return Listening.of(marks.stream()
                        .filter(mark -> mark.account().equals(account))
                        .toList())
                .orElseThrow();
    }

    /** Heals, and says what is wrong thereafter. */
    List<String> afterHealing() {
        Registry registry = new Registry(site.clients, site.aws);
        EventBus bus = events -> events.forEach(event -> heard(event.id()));
        new DailyCheck(
                        Site.accounts(site.exchange.accounts(), false),
                        site.symbols,
                        site::marks,
                        new Lists(site.exchange, site.time, site.symbols, PAGE))
                .heal(List.of(RealSite.day()), new Healing(tables, ErrorBook.of(registry), bus, site.time));
        List<ReconciliationError> errors = site.exchange.accounts().stream()
                .flatMap(account -> registry.errors(account.uid()).stream())
                .toList();
        List<OrderRecord> kept = orders();
        new RecordedTruth(emitted, recorded, findings).check(kept, told);
        new HealedTruth(
                        new Kept(site.exchange.exchangeTime(), marks, tables, kept, errors),
                        emitted,
                        recorded.keySet(),
                        findings)
                .check(orders);
        return findings.all();
    }

    /** All that the table has: the exchange knows each of them. */
    private List<OrderRecord> orders() {
        List<OrderRecord> known = tables.orders(orders.keySet());
        int items = site
                .clients
                .dynamodb()
                .scanPaginator(scan -> scan.tableName(site.aws.table(Schema.ORDERS)))
                .items()
                .stream()
                .mapToInt(_ -> 1)
                .sum();
        if (items != known.size()) {
            findings.add((items - known.size()) + " orders are in the table that the exchange does not know");
        }
        return known;
    }
}
