package recon.local.soak;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import recon.ledger.order.OrderKey;
import recon.simulator.SimulatedAccount;
import recon.simulator.event.ExecutionReport;
import recon.storage.execution.ReportedExecution;

/** Holds the books against the truth. The truth shares no code with them. */
final class Judge {
    private final Site site;
    private final Books books;
    private final SoakBroker broker;
    private final Instant begin;
    private final Map<ReportKey, ExecutionReport> emitted = new TreeMap<>();
    private final Map<ReportKey, ReportedExecution> recorded = new HashMap<>();
    private final Map<OrderKey, ExecutionReport> orders = new HashMap<>();
    private final Findings findings;

    /**
     * Looks at what the exchange had to tell up to {@code end}, our clock.
     *
     * @param begin when the first task was started
     * @param end around which it told nothing
     */
    Judge(Site site, Books books, SoakBroker broker, Instant begin, Instant end) {
        this.site = site;
        this.books = books;
        this.broker = broker;
        this.begin = begin.plusMillis(site.skew);
        this.findings = new Findings();
        Instant to = end.plusMillis(site.skew);
        for (SimulatedAccount account : site.exchange.accounts()) {
            String uid = account.uid();
            site.exchange
                    .truth()
                    .reports(uid, Instant.EPOCH, to)
                    .forEach(report -> emitted.put(ReportKey.of(uid, report), report));
            site.exchange
                    .truth()
                    .orders(uid, to)
                    .forEach(order -> orders.put(new OrderKey(uid, order.symbol(), order.orderId()), order));
        }
        books.book.executions().forEach(one -> recorded.put(ReportKey.of(one.execution()), one));
    }

    int emitted() {
        return Math.toIntExact(emitted.values().stream()
                .filter(report -> report.eventTime() >= begin.toEpochMilli())
                .count());
    }

    int recorded() {
        return recorded.size();
    }

    /**
     * What is wrong.
     *
     * @param listeningSince from when on at least one task listened, in a gentle course; our clock
     */
    List<String> findings(long listeningSince) {
        new RecordedTruth(emitted, recorded, findings).check(books.book.orders(), books.told);
        books.rejected.forEach(each -> findings.add("rejected: " + each.body()));
        new Claims(site, findings).check(emitted, recorded.keySet());
        Kept kept = new Kept(
                site.exchange.exchangeTime(),
                site.marks.all(),
                books.book,
                books.book.orders(),
                books.errors().all());
        new HealedTruth(kept, emitted, recorded.keySet(), findings).check(orders);
        if (site.conditions.gentle()) {
            nothingIsMissing(listeningSince);
        }
        brokerHasWhatTheQueueHad();
        return findings.all();
    }

    private void nothingIsMissing(long listeningSince) {
        emitted.forEach((key, report) -> {
            if (report.eventTime() - site.skew > listeningSince && !recorded.containsKey(key)) {
                findings.add("missing although a task listened: " + key + " " + report.execution() + " at "
                        + Instant.ofEpochMilli(report.eventTime() - site.skew));
            }
        });
    }

    private void brokerHasWhatTheQueueHad() {
        Set<String> queued = site.bridge.bodies().keySet();
        Set<String> published = broker.bodies();
        queued.stream()
                .filter(body -> !published.contains(body))
                .forEach(body -> findings.add("not at the broker: " + body));
        published.stream()
                .filter(body -> !queued.contains(body))
                .forEach(body -> findings.add("nobody sent to the broker: " + body));
    }
}
