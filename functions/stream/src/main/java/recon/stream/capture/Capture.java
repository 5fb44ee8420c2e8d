package recon.stream.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.stream.capture.CaptureStatus.Phase;
import recon.stream.connection.ConnectLimit;
import recon.stream.connection.ExchangeTime;
import recon.stream.connection.Shard;
import recon.stream.connection.ShardStatus;
import recon.stream.connection.StreamAccount;
import recon.stream.connection.Wiring;
import recon.stream.delivery.Copies;
import recon.stream.delivery.Delivery;
import recon.stream.notice.Alarm;
import recon.stream.notice.Notices;
import recon.stream.report.Report;
import recon.stream.watermark.Coverage;
import recon.stream.watermark.WatermarkBook;

/**
 * Captures the execution reports of many accounts: the whole of it, without threads, locks or a clock. It is driven by
 * one thread: {@link #start} once; then {@link #tick} whenever {@link #nextDue} has come, and the ports call back with
 * what they have received. Every call brings the time in epoch ms, which must not go back.
 *
 * <p>Nothing is dropped in silence: a report is in memory, on the way, on disk, or no watermark covers its moment. Two
 * reports may be one, and they come in any order: consumers expect that.
 */
public final class Capture {
    /** Between attempts to write the last watermarks. */
    private static final long SETTLE_MS = 1_000;

    private static final String FULL = "nothing more can be kept";

    private final CaptureSettings settings;
    private final List<StreamAccount> accounts;
    private final Tallies tallies;
    private final Notices notices;
    private final WatermarkBook book;
    private final Delivery delivery;
    private final Optional<Copies> copies;
    private final List<Shard> shards;
    private long lastNumber;
    private Phase phase = Phase.NEW;
    private boolean overflowed;
    private long stopBy;
    private long settleAt = Long.MIN_VALUE;

    /** Puts it together; nothing happens before {@link #start}. */
    public Capture(CaptureSettings settings, List<StreamAccount> accounts, Ports ports) {
        if (accounts.stream().map(StreamAccount::uid).distinct().count() != accounts.size()) {
            throw new IllegalArgumentException("two accounts with one uid: each account is configured once");
        }
        this.settings = settings;
        this.accounts = List.copyOf(accounts);
        this.tallies = new Tallies(accounts);
        this.notices = ports.notices();
        this.book = new WatermarkBook(ports.watermarks(), settings.watermarks(), ports.counters(), notices);
        this.delivery = new Delivery(
                tallies.watch(ports.queue()),
                tallies.watch(ports.spool()),
                settings.queue(),
                ports.random(),
                ports.counters(),
                notices);
        this.copies = ports.bridge()
                .map(queue -> new Copies(queue, settings.bridge(), ports.random(), ports.counters(), notices));
        this.shards = shards(
                accounts,
                new Wiring(
                        settings.task(),
                        settings.connections(),
                        ports.connector(),
                        new ConnectLimit(settings.connections().connects()),
                        this::take,
                        book,
                        new ExchangeTime(),
                        ports.random(),
                        ports.counters(),
                        notices));
    }

    /** Begins: what an earlier process left on disk is queued first. */
    public void start(long now) {
        if (phase != Phase.NEW) {
            throw new IllegalStateException("already started");
        }
        phase = Phase.CAPTURING;
        tallies.start(now);
        delivery.tick(now);
        shards.forEach(shard -> shard.resume(now));
    }

    /** Does everything that is due. */
    public void tick(long now) {
        delivery.tick(now);
        copies.ifPresent(each -> each.tick(now));
        shards.forEach(shard -> shard.tick(now));
        book.tick(now);
        switch (phase) {
            case CAPTURING -> halt(now);
            case FULL -> resume(now);
            case STOPPING -> finish(now);
            case NEW, STOPPED -> {
                // Nothing is due.
            }
        }
    }

    /** When {@link #tick} has something to do, epoch ms; may be in the past, far in the future if nothing is. */
    public long nextDue() {
        if (phase == Phase.NEW || phase == Phase.STOPPED) {
            return Long.MAX_VALUE;
        }
        if (phase == Phase.STOPPING && isFlushed()) {
            return book.isSettled() ? Long.MIN_VALUE : Math.min(stopBy, settleAt);
        }
        if ((overflowed && phase == Phase.CAPTURING) || (phase == Phase.FULL && delivery.hasRoom())) {
            return Long.MIN_VALUE;
        }
        long due = Math.min(delivery.nextDue(), book.nextDue());
        for (Shard shard : shards) {
            due = Math.min(due, shard.nextDue());
        }
        if (copies.isPresent()) {
            due = Math.min(due, copies.get().nextDue());
        }
        return phase == Phase.STOPPING ? Math.min(due, stopBy) : due;
    }

    /** Stops receiving and sends what there is; {@link #isStopped} within the grace time. */
    public void stop(long now) {
        if (phase == Phase.STOPPING || phase == Phase.STOPPED) {
            return;
        }
        phase = Phase.STOPPING;
        stopBy = now + settings.grace().toMillis();
        notices.note("stopping: closing connections, sending what is left");
        shards.forEach(shard -> shard.halt(now, "the task ends"));
        delivery.hurry(now);
        copies.ifPresent(each -> each.hurry(now));
        finish(now);
    }

    /** Whether everything is done that a stop asks for. */
    public boolean isStopped() {
        return phase == Phase.STOPPED;
    }

    /** What it looks like now. */
    public CaptureStatus status(long now) {
        List<ShardStatus> connections = shards.stream().map(Shard::status).toList();
        return new CaptureStatus(
                now,
                phase,
                connections,
                accounts(connections),
                delivery.buffered(),
                delivery.inFlight(),
                delivery.spooledBytes(),
                delivery.isAway());
    }

    private List<AccountStatus> accounts(List<ShardStatus> connections) {
        List<AccountStatus> statuses = new ArrayList<>(accounts.size());
        for (StreamAccount account : accounts) {
            ShardStatus shared =
                    connections.get(statuses.size() / settings.connections().accounts());
            statuses.add(tallies.status(
                    account.uid(), shared.state(), shared.refused().contains(account.uid())));
        }
        return statuses;
    }

    private List<Shard> shards(List<StreamAccount> accounts, Wiring wiring) {
        List<Shard> made = new ArrayList<>();
        int size = settings.connections().accounts();
        for (int from = 0; from < accounts.size(); from += size) {
            made.add(new Shard(
                    wiring,
                    accounts.subList(from, Math.min(accounts.size(), from + size)),
                    this::number,
                    () -> overflowed = true));
        }
        return List.copyOf(made);
    }

    /** The time makes it unique over restarts, for there is less than one attempt to connect a millisecond. */
    private long number(long now) {
        lastNumber = Math.max(lastNumber + 1, now);
        return lastNumber;
    }

    private boolean take(long now, Report report, Coverage coverage) {
        if (overflowed || !delivery.add(now, report, coverage)) {
            return false;
        }
        tallies.received(report);
        copies.ifPresent(each -> each.add(now, report));
        return true;
    }

    private void halt(long now) {
        if (overflowed) {
            overflowed = false;
            phase = Phase.FULL;
            notices.alarm(new Alarm(
                    Alarm.Kind.CLOSED_ON_PURPOSE,
                    "the queue is away, memory and disk are full: all connections are closed until it is back, and the"
                            + " watermarks show the gap"));
            shards.forEach(shard -> shard.halt(now, FULL));
        }
    }

    private void resume(long now) {
        overflowed = false;
        if (delivery.hasRoom()) {
            phase = Phase.CAPTURING;
            notices.note("the queue is back: connecting again");
            shards.forEach(shard -> shard.resume(now));
        }
    }

    private boolean isFlushed() {
        return delivery.isEmpty() && copies.map(Copies::isEmpty).orElse(true);
    }

    private void finish(long now) {
        boolean late = now >= stopBy;
        if (late && !isFlushed()) {
            delivery.leave();
            copies.ifPresent(Copies::leave);
        }
        if (isFlushed() && !book.isSettled() && now >= settleAt) {
            settleAt = now + SETTLE_MS;
            book.ended(now);
        }
        if (late || (isFlushed() && book.isSettled())) {
            phase = Phase.STOPPED;
            notices.note("stopped");
        }
    }
}
