package recon.local.live;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import recon.collect.account.CollectedAccount;
import recon.local.driver.Attendant;
import recon.local.machine.Machine;
import recon.local.machine.MachineSettings;
import recon.local.machine.Mappers;
import recon.local.machine.RecordTally;
import recon.local.pace.RealPace;
import recon.local.stack.LocalStack;
import recon.record.symbol.ExchangeInfoRun;
import recon.stream.capture.AccountStatus;
import recon.stream.capture.CaptureStatus;
import recon.stream.connection.StreamAccount;
import recon.stream.task.StreamParts;
import recon.stream.task.StreamPlan;

/** Captures and records execution reports in real time, until somebody wishes it to end. */
final class LiveStream {
    /** The one task of this machine. */
    private static final String TASK = "local";

    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofSeconds(5);
    /** What the first list of symbols may take. */
    private static final Duration SYMBOLS = Duration.ofSeconds(20);
    /** What recording the rest may take at the end; what is left then is recorded by the next start. */
    private static final Duration REST = Duration.ofSeconds(15);

    private static final Duration STEP = Duration.ofMillis(100);

    private final InstantSource clock;
    private final LiveScreen screen;
    private final CountDownLatch end = new CountDownLatch(1);

    /** @param clock ours */
    LiveStream(InstantSource clock, LiveScreen screen) {
        this.clock = requireNonNull(clock, "clock is null");
        this.screen = requireNonNull(screen, "screen is null");
    }

    /** Wishes it to end, from any thread. */
    void end() {
        end.countDown();
    }

    /** Who hears that everybody listens, and that nobody will any more. */
    interface Occasions {
        /** All accounts are subscribed for the first time. */
        default void listening() {}

        /**
         * The capture is about to end.
         *
         * @param received how many reports have come so far
         */
        default void ending(LongSupplier received) throws InterruptedException {}

        /** All is recorded. */
        default void done(Machine machine, CaptureStatus last) {}
    }

    /**
     * Does it.
     *
     * @param uri the exchange's WebSocket API
     * @param state holds the spool
     * @param longest ends it by itself after that long
     */
    void run(LocalStack stack, MachineSettings settings, URI uri, Path state, Duration longest, Occasions occasions)
            throws InterruptedException {
        Vertx vertx = vertx();
        try (Machine machine =
                new Machine(stack, settings, Mappers.standard(), clock, new RealPace(clock, screen::say))) {
            Attendant attendant = machine.attendant();
            try {
                if (!knowsSymbols(machine)) {
                    screen.say("The exchange has not told its symbols yet: reports are recorded once it has.");
                }
                List<CollectedAccount> accounts = settings.accounts().all();
                StreamPlan plan = StreamPlan.standard(TASK, uri, streamed(accounts), state.resolve("spool"));
                StreamParts capture = StreamParts.of(plan, machine.clients(), machine.aws(), vertx, clock);
                StreamLines lines = new StreamLines(
                        accounts.stream().map(CollectedAccount::account).toList());
                capture.start();
                try {
                    watch(capture, machine, lines, longest, occasions);
                    occasions.ending(() -> received(capture));
                    screen.say("Ending: sending and recording what is left ...");
                } finally {
                    capture.stop();
                }
                long left = record(machine);
                occasions.done(machine, show(capture, machine, lines));
                if (left > 0) {
                    screen.say(left + " reports are still in the queue: the next start records them.");
                }
            } finally {
                attendant.stop();
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void watch(StreamParts capture, Machine machine, StreamLines lines, Duration longest, Occasions occasions)
            throws InterruptedException {
        Duration every = screen.rewrites() ? OFTEN : SELDOM;
        Instant until = clock.instant().plus(longest);
        Instant show = clock.instant().plus(every);
        boolean listening = false;
        while (clock.instant().isBefore(until) && !end.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
            if (!listening && capture.status().filter(CaptureStatus::isReady).isPresent()) {
                listening = true;
                occasions.listening();
            }
            if (!clock.instant().isBefore(show)) {
                show = clock.instant().plus(every);
                show(capture, machine, lines);
            }
        }
    }

    private static long received(StreamParts capture) {
        return capture.look().accounts().stream()
                .mapToLong(AccountStatus::received)
                .sum();
    }

    private CaptureStatus show(StreamParts capture, Machine machine, StreamLines lines) {
        Map<String, RecordTally.Counts> recorded = machine.recorded().all();
        CaptureStatus status = capture.look();
        screen.show(lines.of(recorded, status));
        return status;
    }

    /** Asks for the symbols if none is known, for without them no report can be recorded. */
    private boolean knowsSymbols(Machine machine) throws InterruptedException {
        if (!machine.registry().symbols().isEmpty()) {
            return true;
        }
        new ExchangeInfoRun(machine.runs()).ask(clock.instant());
        return waited(SYMBOLS, () -> !machine.registry().symbols().isEmpty());
    }

    /** Waits until the queue is empty; says how many messages are left. */
    private long record(Machine machine) throws InterruptedException {
        boolean _ = waited(REST, () -> machine.record().pending() == 0);
        return machine.record().pending();
    }

    private boolean waited(Duration longest, BooleanSupplier until) throws InterruptedException {
        Instant deadline = clock.instant().plus(longest);
        boolean come = until.getAsBoolean();
        while (!come && clock.instant().isBefore(deadline)) {
            Thread.sleep(STEP);
            come = until.getAsBoolean();
        }
        return come;
    }

    private static List<StreamAccount> streamed(List<CollectedAccount> accounts) {
        return accounts.stream()
                .map(each -> new StreamAccount(each.account().id(), each.credentials()))
                .toList();
    }

    /** One loop is all that a capture needs; names are looked up as the rest of the process does. */
    private static Vertx vertx() {
        System.setProperty("vertx.disableDnsResolver", "true");
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    }
}
