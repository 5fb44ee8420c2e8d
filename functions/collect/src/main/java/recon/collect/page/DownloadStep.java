package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import recon.binance.client.Received;
import recon.binance.client.Transport;
import recon.binance.error.ErrorClass;
import recon.binance.error.ExchangeError;
import recon.binance.futuresdownloads.DownloadKind;
import recon.binance.futuresdownloads.DownloadRequests;
import recon.binance.futuresdownloads.DownloadedFile;
import recon.binance.request.HostFamily;
import recon.binance.request.Method;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Source;
import recon.collect.plan.DownloadPlan;
import recon.storage.archive.Archive;
import recon.storage.archive.Asked;
import recon.storage.archive.RawResponse;
import recon.storage.registry.DownloadStarts;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/**
 * One step of a download: starts it, once a month's quota and a minute allow it; looks whether the file is there; fetches,
 * archives and then reads it. A file that cannot be read is kept all the same.
 */
final class DownloadStep {
    private static final Duration POLL_AFTER = Duration.ofSeconds(30);
    private static final Duration FETCH_AFTER = Duration.ofMinutes(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int GOOD = 200;
    private static final int GONE = 403;
    /** The month in which this download was counted. */
    private static final String COUNTED = "counted";

    private final PageTurner turner;
    private final Source requests;
    private final DownloadStarts starts;
    private final Transport files;
    private final Archive archive;
    private final Reviews reviews;
    private final ExchangeTime time;

    DownloadStep(
            PageTurner turner,
            Source requests,
            DownloadStarts starts,
            Transport files,
            Archive archive,
            Reviews reviews,
            ExchangeTime time) {
        this.turner = requireNonNull(turner, "turner is null");
        this.requests = requireNonNull(requests, "requests is null");
        this.starts = requireNonNull(starts, "starts is null");
        this.files = requireNonNull(files, "files is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.reviews = requireNonNull(reviews, "reviews is null");
        this.time = requireNonNull(time, "time is null");
    }

    /** Where a download begins. */
    static TaskCursor begin(Task task) {
        return new TaskCursor(
                DownloadPlan.from(task), DownloadPlan.to(task), DownloadRequests.start(DownloadPlan.kind(task)));
    }

    StepOutcome next(Task task, TaskCursor cursor, Reader reader) {
        Optional<String> address = DownloadRequests.address(cursor.position());
        if (address.isPresent()) {
            return fetch(task, cursor, reader, URI.create(address.get()));
        }
        return DownloadRequests.started(cursor.position())
                ? ask(task, cursor, reader)
                : start(task, cursor, reader, DownloadPlan.kind(task));
    }

    private StepOutcome start(Task task, TaskCursor cursor, Reader reader, DownloadKind kind) {
        Instant now = time.now(HostFamily.FAPI);
        YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        boolean counted =
                cursor.position().get(COUNTED).filter(month.toString()::equals).isPresent();
        if (!counted && !starts.ofMonth(task.accountId(), kind.word(), month, kind.quota())) {
            return new StepOutcome.Failed("all " + kind.quota() + " downloads of " + kind.word() + " of " + month
                    + " are used up: ask again next month");
        }
        TaskCursor standing = cursor.at(cursor.position().with(COUNTED, month.toString()));
        if (!starts.ofMinute(reader.egress(), now)) {
            return later(standing, MINUTE, "a download was begun in this minute", false);
        }
        return ask(task, standing, reader);
    }

    private StepOutcome ask(Task task, TaskCursor cursor, Reader reader) {
        return switch (turner.turn(
                task, requests, cursor.position(), reader.scope(cursor), reader.credentials(), cursor.values(), "")) {
            case Turn.Stopped(StepOutcome outcome) -> outcome;
            case Turn.SymbolUnknown unknown ->
                new StepOutcome.Failed(unknown.error().message());
            case Turn.Turned turned -> {
                Cursor next = turned.page().next();
                yield next.waits()
                        ? later(cursor, POLL_AFTER, "the exchange still makes the file", false)
                        : new StepOutcome.Proceed(cursor.at(next).values(), turned.totals());
            }
        };
    }

    /** The address may be a key to the file by itself: what follows the path is not shown. */
    private StepOutcome fetch(Task task, TaskCursor cursor, Reader reader, URI address) {
        if (!"https".equals(address.getScheme()) && !"127.0.0.1".equals(address.getHost())) {
            return new StepOutcome.Failed("the file lies at no https address");
        }
        Instant sent = time.now(HostFamily.FAPI);
        Received received = files.send(Method.GET, address, Map.of());
        String key = archive.put(new RawResponse(
                DownloadedFile.SOURCE,
                task.accountId(),
                "GET https://" + address.getHost() + address.getPath(),
                received.status(),
                received.headers(),
                time.now(HostFamily.FAPI),
                received.complete(),
                Optional.of(new Asked(
                        sent,
                        cursor.from(),
                        cursor.to(),
                        reader.account().email(),
                        reader.main(),
                        Map.of(),
                        reader.pageLimit(),
                        DownloadRequests.start(DownloadPlan.kind(task)).values(),
                        task.attributes())),
                received.body()));
        if (received.status() == GONE) {
            return new StepOutcome.Failed("the file is not there any more: ask for it anew");
        }
        if (received.status() != GOOD || !received.complete()) {
            return later(cursor, FETCH_AFTER, "the file did not come as a whole", true);
        }
        return read(task, cursor, received, key);
    }

    private StepOutcome read(Task task, TaskCursor cursor, Received received, String key) {
        try {
            long rows = DownloadedFile.read(DownloadPlan.kind(task), received.body(), (number, row) -> {});
            return new StepOutcome.Done(cursor.values(), Map.of(PageTurner.ROWS, rows));
        } catch (MalformedReply malformed) {
            String message = requireNonNull(malformed.getMessage());
            reviews.open(
                    task,
                    "",
                    new ExchangeError(
                            ErrorClass.UNKNOWN,
                            HostFamily.FAPI,
                            requests.endpoint().path(),
                            received.status(),
                            OptionalInt.empty(),
                            message,
                            Optional.empty()),
                    key);
            return new StepOutcome.Failed(message);
        }
    }

    private StepOutcome later(TaskCursor standing, Duration wait, String reason, boolean counts) {
        Instant at = time.now(HostFamily.FAPI).plus(wait);
        return new StepOutcome.PutBack(standing.values(), time.ours(HostFamily.FAPI, at), reason, counts, Map.of());
    }
}
