package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import recon.binance.client.Credentials;
import recon.binance.error.ErrorClass;
import recon.binance.error.ExchangeError;
import recon.binance.request.HostFamily;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.collect.error.ErrorPolicy;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/** Turns one page of a source, or says why it could not be turned and what becomes of the task. */
final class PageTurner {
    /** Total of a task: requests sent to its own source. */
    static final String REQUESTS = "requests";
    /** Total of a task: rows that its own source gave. */
    static final String ROWS = "rows";

    private final ArchivingReader reader;
    private final ExchangeTime time;
    private final Reviews reviews;
    private final Refusals refusals;
    private final Source restrictions;

    /** @param restrictions the source that tells what a key may do */
    PageTurner(ArchivingReader reader, ExchangeTime time, Reviews reviews, Refusals refusals, Source restrictions) {
        this.reader = requireNonNull(reader, "reader is null");
        this.time = requireNonNull(time, "time is null");
        this.reviews = requireNonNull(reviews, "reviews is null");
        this.refusals = requireNonNull(refusals, "refusals is null");
        this.restrictions = requireNonNull(restrictions, "restrictions is null");
    }

    /**
     * @param standing where the task stands, to go on from there when it is put back
     * @param symbol the symbol asked for, the empty text if none
     */
    Turn turn(
            Task task,
            Source source,
            Cursor cursor,
            Scope scope,
            Optional<Credentials> credentials,
            Map<String, String> standing,
            String symbol) {
        Request request = source.request(cursor, scope);
        return switch (reader.read(task, source, request, cursor, scope, credentials)) {
            case Reading.Later later -> new Turn.Stopped(later(later, standing, request.host()));
            case Reading.Refused(ExchangeError error, String key)
            when error.noSuchWallet() ->
                new Turn.Stopped(
                        new StepOutcome.Skipped(Map.of(), "the account has no such wallet: " + error.message()));
            case Reading.Refused(ExchangeError error, String key)
            when doubtsKey(error, source, credentials) ->
                doubted(task, source, scope, credentials, error, key, standing);
            case Reading.Refused(ExchangeError error, String key) ->
                refused(task, error, key, standing, symbol, request.host());
            case Reading.Sound(Page page) -> new Turn.Turned(page, totals(task, source, request, page.rows()));
        };
    }

    private boolean doubtsKey(ExchangeError error, Source source, Optional<Credentials> credentials) {
        return error.errorClass() == ErrorClass.API_KEY_INVALID
                && credentials.isPresent()
                && !source.name().equals(restrictions.name());
    }

    /** The same code says that the key is bad and that it may not do this; what tells it apart is another request. */
    private Turn doubted(
            Task task,
            Source source,
            Scope scope,
            Optional<Credentials> credentials,
            ExchangeError error,
            String key,
            Map<String, String> standing) {
        Request request = restrictions.request(Cursor.START, scope);
        return switch (reader.read(task, restrictions, request, Cursor.START, scope, credentials)) {
            case Reading.Sound sound -> new Turn.Stopped(refusals.ofSource(task, source.name(), error, key));
            case Reading.Later later -> new Turn.Stopped(later(later, standing, request.host()));
            case Reading.Refused(ExchangeError doubt, String doubtKey)
            when doubt.errorClass() == ErrorClass.API_KEY_INVALID ->
                new Turn.Stopped(refusals.ofKey(task, doubt, doubtKey));
            case Reading.Refused(ExchangeError doubt, String doubtKey) ->
                refused(task, doubt, doubtKey, standing, "", request.host());
        };
    }

    private StepOutcome later(Reading.Later later, Map<String, String> standing, HostFamily host) {
        return new StepOutcome.PutBack(
                standing, time.ours(host, later.until()), "budget of " + later.bucket() + " used up", false, Map.of());
    }

    /** What becomes of a task when the exchange said no. */
    private Turn refused(
            Task task, ExchangeError error, String key, Map<String, String> standing, String symbol, HostFamily host) {
        Instant now = time.now(host);
        return switch (ErrorPolicy.decide(
                error, task.attempts(), now, task.taskId().hashCode())) {
            case ErrorPolicy.Decision.Again(Instant at, boolean counts) ->
                new Turn.Stopped(
                        new StepOutcome.PutBack(standing, time.ours(host, at), error.message(), counts, Map.of()));
            case ErrorPolicy.Decision.GiveUp() -> {
                reviews.open(task, symbol, error, key);
                yield new Turn.Stopped(new StepOutcome.Failed(error.errorClass() + ": " + error.message()));
            }
            case ErrorPolicy.Decision.RefreshSymbols() -> new Turn.SymbolUnknown(error, key);
        };
    }

    /** What was asked of another source than the task's own is counted under that one's name. */
    private static Map<String, Long> totals(Task task, Source source, Request request, int rows) {
        Map<String, Long> totals = request.charges().stream()
                .collect(Collectors.toMap(
                        charge -> "weight " + charge.bucket().key(), charge -> (long) charge.weight(), Long::sum));
        boolean own = source.name().equals(Inquiries.source(task));
        totals.put(own ? REQUESTS : REQUESTS + " " + source.name(), 1L);
        totals.put(own ? ROWS : ROWS + " " + source.name(), (long) rows);
        return totals;
    }
}
