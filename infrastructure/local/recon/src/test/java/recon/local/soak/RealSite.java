package recon.local.soak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.ledger.symbol.Symbol;
import recon.ledger.symbol.SymbolListing;
import recon.local.SharedStack;
import recon.local.function.EventsStub;
import recon.local.live.TickingTime;
import recon.local.stack.LocalStack;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.queue.WorkQueue;
import recon.storage.registry.Registry;
import recon.storage.schema.Schema;
import recon.storage.watermark.Watermark;
import recon.storage.watermark.Watermarks;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * One exchange, two tasks, one recorder, each a process but the exchange, and the embedded queues and tables. The
 * exchange's date is its own, so that a seed is the same world whenever it runs: the tasks learn how far off its clock is.
 */
final class RealSite implements AutoCloseable {
    private static final Clock OURS = Clock.systemUTC();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    /** The world begins three days before its first day of interest. */
    private static final LocalDate FIRST_DAY = DAY.plusDays(3);
    /** Money has come and all accounts trade, ten reports a second together. */
    private static final Duration INTO = Duration.ofMinutes(5);

    private static final int ACCOUNTS = 2;
    private static final int SYMBOLS = 4;
    private static final int TRADES = 20_000;
    /** What memory holds of reports: the rest goes to disk. */
    private static final int BUFFER = 3_000;
    /** For others to take over what a killed recorder had in hand. */
    private static final int VISIBILITY_SECONDS = 3;
    /** A report may be on its way so long while its connection is heard of: what overlaps by less may miss it. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(500);

    /** Around the full minute the client asks for nothing. */
    private static final Duration EDGE = Duration.ofSeconds(3);

    private static final Duration QUIET = Duration.ofMillis(50);

    final Simulator exchange;
    final TickingTime time;
    final AwsClients clients;
    final AwsSettings aws;
    final QueueRelay relay;
    final EventsStub events;
    final List<StreamProcess> tasks;
    final RecordProcess record;
    final List<Symbol> symbols;

    private final Watermarks watermarks;
    private final Duration ahead;

    /**
     * Starts everything.
     *
     * @param shared by all seeds
     * @param cache with which tasks start quickly; made by the first that ends in good order
     * @param names of the tasks
     */
    RealSite(long seed, Path shared, Path cache, List<String> names) throws Exception {
        Path folder = Files.createDirectories(shared.resolve("seed-" + seed));
        time = new TickingTime(DAY.atStartOfDay(ZoneOffset.UTC).toInstant().plus(INTO));
        SimulatorSettings world = SimulatorSettings.of(seed, ACCOUNTS, FIRST_DAY)
                .withSymbols(SYMBOLS)
                .withTradesPerDay(TRADES)
                .withLimits(Course.PLENTY);
        exchange = Simulator.start(world, time, folder.resolve("exchange"));
        ahead = Duration.between(OURS.instant(), exchange.exchangeTime());
        LocalStack stack = SharedStack.get();
        String name = SharedStack.freshName();
        aws = AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), name, name);
        clients = AwsClients.create(aws, stack.dynamodbClient(), stack::s3Client);
        Schema.create(clients, aws);
        clients.sqs()
                .setQueueAttributes(q -> q.queueUrl(clients.sqs()
                                .getQueueUrl(u -> u.queueName(aws.queue(Schema.RECORD)))
                                .queueUrl())
                        .attributes(
                                Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(VISIBILITY_SECONDS))));
        watermarks = new Watermarks(clients, aws);
        relay = new QueueRelay(stack.sqs());
        events = EventsStub.start();
        symbols = Books.symbols(exchange);
        new Registry(clients, aws).listed(new SymbolListing(time.instant(), symbols, Map.of()));
        Map<String, String> settings = settings(stack, relay.uri());
        tasks = names.stream()
                .map(task -> new StreamProcess(task, folder, cache, settings))
                .toList();
        record = new RecordProcess(shared, settings(stack, stack.sqs()), WorkQueue.of(clients, aws, Schema.RECORD));
    }

    private Map<String, String> settings(LocalStack stack, URI sqs) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "RECON_AWS_BUCKET", aws.bucket(),
                "RECON_AWS_PREFIX", aws.prefix(),
                "RECON_AWS_DYNAMODB_ENDPOINT", stack.dynamodb().toString(),
                "RECON_AWS_SQS_ENDPOINT", sqs.toString(),
                "RECON_AWS_S3_ENDPOINT", stack.s3().toString(),
                "RECON_AWS_EVENTS_ENDPOINT", events.uri(),
                "RECON_STREAM_EXCHANGE_URI", exchange.serveStreams().toString(),
                "RECON_STREAM_QUEUE_BUFFER", Integer.toString(BUFFER),
                "RECON_STREAM_WATERMARKS", "0.1S"));
        for (int i = 0; i < exchange.accounts().size(); i++) {
            SimulatedAccount account = exchange.accounts().get(i);
            settings.put("RECON_STREAM_ACCOUNTS_" + i + "__UID", account.uid());
            settings.put("RECON_STREAM_ACCOUNTS_" + i + "__CREDENTIALS", "env:KEY" + i);
            settings.put("KEY" + i + "_API_KEY", account.apiKey());
            settings.put("KEY" + i + "_SECRET", account.apiSecret());
        }
        return settings;
    }

    /** By the exchange's clock what is an instant by ours. */
    Instant theirs(Instant ours) {
        return ours.plus(ahead);
    }

    /** The watermarks of an account, as if our clocks were the exchange's. */
    List<Watermark> marks(String account) {
        return watermarks.list(account).stream()
                .map(mark -> new Watermark(
                        mark.account(),
                        mark.task(),
                        mark.connection(),
                        theirs(mark.subscribedAt()),
                        theirs(mark.upTo()),
                        mark.closedAt().map(this::theirs),
                        mark.reason()))
                .toList();
    }

    /**
     * Waits until both tasks listen, and each claims a time at which the other listened as well: from then on either of
     * them may die.
     *
     * @return up to when each claims to have queued everything, by the exchange's clock
     */
    Instant together() throws Exception {
        // A connection that has just been made to fail may still be read from: what it claims is not what comes after
        // it.
        Waiting.until("both tasks are subscribed", this::subscribed);
        Instant asked = exchange.exchangeTime();
        Instant[] claimed = new Instant[1];
        Waiting.until("both tasks listen", () -> {
            for (StreamProcess task : tasks) {
                task.assertAlive();
            }
            Optional<Instant> found = claimed(asked);
            found.ifPresent(upTo -> claimed[0] = upTo);
            return found.isPresent();
        });
        return claimed[0];
    }

    private boolean subscribed() {
        return exchange.streams().sessions().stream()
                        .filter(session -> session.subscriptions().size() == ACCOUNTS)
                        .count()
                >= tasks.size();
    }

    private Optional<Instant> claimed(Instant asked) {
        Instant least = Instant.MAX;
        for (SimulatedAccount account : exchange.accounts()) {
            List<Watermark> marks = marks(account.uid());
            List<Watermark> live = tasks.stream()
                    .flatMap(task -> marks.stream()
                            .filter(mark -> mark.task().equals(task.task())
                                    && mark.closedAt().isEmpty())
                            .max(Comparator.comparing(Watermark::subscribedAt))
                            .stream())
                    .toList();
            Instant since = live.stream()
                    .map(Watermark::subscribedAt)
                    .max(Comparator.naturalOrder())
                    .orElse(asked);
            Instant upTo = live.stream()
                    .map(Watermark::upTo)
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.MIN);
            if (live.size() < tasks.size() || upTo.isBefore(asked) || upTo.isBefore(since.plus(ON_ITS_WAY))) {
                return Optional.empty();
            }
            least = least.isBefore(upTo) ? least : upTo;
        }
        return Optional.of(least);
    }

    /** The exchange's time stands still, where it may be asked for its lists and around which it tells nothing. */
    void stopTime() {
        Instant now = exchange.exchangeTime();
        long past = Math.floorMod(
                now.plus(EDGE).toEpochMilli(), Duration.ofMinutes(1).toMillis());
        Instant moment = past < 2 * EDGE.toMillis() ? now.plus(EDGE.multipliedBy(2)) : now;
        for (Instant told : told(now.minus(QUIET), moment.plus(EDGE))) {
            if (told.isAfter(moment.plus(QUIET))) {
                break;
            }
            moment = told.isBefore(moment.minus(QUIET)) ? moment : told.plus(QUIET);
        }
        time.stopAt(time.instant().plus(Duration.between(exchange.exchangeTime(), moment)));
    }

    /** Waits until the exchange has so many reports more. */
    void awaitReports(int count) throws Exception {
        Instant now = exchange.exchangeTime();
        Instant last = told(now, now.plus(INTO)).get(count);
        Waiting.until(count + " reports more", () -> exchange.exchangeTime().isAfter(last));
    }

    /** When the exchange tells of an order, in order. */
    private List<Instant> told(Instant from, Instant to) {
        return exchange.accounts().stream()
                .flatMap(account -> exchange.truth().reports(account.uid(), from, to).stream())
                .map(report -> Instant.ofEpochMilli(report.eventTime()))
                .sorted()
                .toList();
    }

    /** The exchange's day, of which all of it happens in the first minutes. */
    static LocalDate day() {
        return DAY;
    }

    @Override
    public void close() throws IOException {
        tasks.forEach(StreamProcess::close);
        record.close();
        events.close();
        relay.close();
        exchange.close();
        clients.close();
    }
}
