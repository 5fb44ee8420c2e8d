package recon.local.stream;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import recon.local.clock.VirtualClock;
import recon.local.machine.Machine;
import recon.simulator.Simulator;
import recon.storage.execution.ExecutionSender;
import recon.storage.execution.RejectedFrames;
import recon.storage.schema.Schema;
import recon.storage.watermark.Watermarks;
import recon.stream.capture.AccountStatus;
import recon.stream.capture.Capture;
import recon.stream.capture.CaptureSettings;
import recon.stream.capture.Ports;
import recon.stream.connection.StreamAccount;
import recon.stream.notice.Counters;
import recon.stream.spool.SpoolFolder;

/** Capture tasks that hold the same accounts, as two of them do in two zones, on virtual time and in this process. */
public final class CaptureTasks implements AutoCloseable {
    /** As a person would name them after their zones. */
    public static final List<String> ZONES = List.of("stream-a", "stream-b");

    /** More often would cost the demo more writes than all the rest of it. */
    private static final Duration WATERMARKS = Duration.ofMinutes(30);

    private static final long SPOOL_LIMIT = 1L << 30;

    private final StreamPlayer player;
    private final VirtualClock clock;
    private final List<Task> tasks = new ArrayList<>();

    private record Task(Capture capture, SpoolFolder spool) {}

    private CaptureTasks(StreamPlayer player, VirtualClock clock) {
        this.player = requireNonNull(player, "player is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** None. */
    public static CaptureTasks none(StreamPlayer player, VirtualClock clock) {
        return new CaptureTasks(player, clock);
    }

    /**
     * Puts a task together for each zone; nothing happens before {@link #start}.
     *
     * @param machine whose queue and tables they write to
     * @param accounts all of the exchange's
     * @param seed draws pauses
     * @param folder holds a spool for each task
     * @param screen shows alarms, a line each
     */
    public static CaptureTasks of(
            StreamPlayer player,
            VirtualClock clock,
            Simulator exchange,
            Machine machine,
            List<StreamAccount> accounts,
            long seed,
            Path folder,
            Consumer<String> screen) {
        CaptureTasks all = new CaptureTasks(player, clock);
        SplittableRandom random = new SplittableRandom(seed);
        Watermarks watermarks = new Watermarks(machine.clients(), machine.aws());
        for (String zone : ZONES) {
            PrintedNotices notices =
                    new PrintedNotices(zone, new RejectedFrames(machine.clients(), machine.aws()), screen);
            SpoolFolder spool = SpoolFolder.open(folder.resolve(zone), SPOOL_LIMIT, notices);
            Ports ports = new Ports(
                    new HubConnector(exchange.streams(), clock::millis),
                    new DirectQueue(
                            new ExecutionSender(machine.clients(), machine.aws(), Schema.RECORD), clock::millis),
                    Optional.empty(),
                    spool,
                    (marks, receipt) -> {
                        watermarks.put(marks);
                        receipt.answered(clock.millis(), true);
                    },
                    notices,
                    new Counters(),
                    random.split());
            all.tasks.add(new Task(new Capture(settings(zone), accounts, ports), spool));
        }
        return all;
    }

    private static CaptureSettings settings(String zone) {
        CaptureSettings standard = CaptureSettings.standard(zone);
        return new CaptureSettings(
                zone, standard.connections(), standard.queue(), standard.bridge(), WATERMARKS, standard.grace());
    }

    /** They begin to capture, now by the virtual clock. */
    public void start() {
        tasks.forEach(task -> player.start(task.capture()));
    }

    /** They send what they have, and end. */
    public void stop() {
        tasks.forEach(task -> player.stop(task.capture()));
    }

    /** Whether there are any. */
    public boolean isEmpty() {
        return tasks.isEmpty();
    }

    /** Reports of an account that the tasks received, together. */
    public long received(String uid) {
        return sum(uid, AccountStatus::received);
    }

    /** Reports of an account that the tasks brought to the queue, together; also those left by an earlier process. */
    public long queued(String uid) {
        return sum(uid, account -> account.queued() + account.recovered());
    }

    private long sum(String uid, ToLongFunction<AccountStatus> number) {
        return tasks.stream()
                .flatMap(task -> task.capture().status(clock.millis()).accounts().stream())
                .filter(account -> account.uid().equals(uid))
                .mapToLong(number)
                .sum();
    }

    /** What was not sent stays on disk, or in memory and is lost, as with a process that is killed. */
    @Override
    public void close() {
        tasks.forEach(task -> task.spool().close());
    }
}
