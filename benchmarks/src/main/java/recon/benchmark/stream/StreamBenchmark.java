package recon.benchmark.stream;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import recon.simulator.SimulatedTime;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;

/**
 * Socket to queue acknowledgement, the stream task beside a Node program. Exchange and queue run in this process, each
 * contender in one of its own, all of them at the same time; they are measured in turn, at one rate after another.
 */
public final class StreamBenchmark {
    private static final long SEED = 7;
    private static final int WARM_RATE = 1_000;
    private static final Duration WARM = Duration.ofSeconds(20);
    private static final Duration BEFORE = Duration.ofSeconds(2);
    /** Who fails by so much is not asked for more. */
    private static final long HOPELESS_MICROS = 1_000_000;

    private final Options options;
    private final Path repository;
    private final Path folder;
    private final PrintStream out;

    private StreamBenchmark(Options options, Path repository, Path folder, PrintStream out) {
        this.options = options;
        this.repository = repository;
        this.folder = folder;
        this.out = out;
    }

    /** Runs; {@code --rates}, {@code --seconds}, {@code --answer-after-ms}, {@code --contenders}, {@code --flags}, {@code --amqp}. */
    public static void main(String... arguments) throws Exception {
        Options options = Options.of(arguments);
        Path folder = Files.createTempDirectory("stream-benchmark");
        new StreamBenchmark(options, repository(), folder, System.out).run();
        System.exit(0);
    }

    private static Path repository() throws URISyntaxException {
        Path jar = Path.of(StreamBenchmark.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return jar.resolve("../../..").normalize();
    }

    private void run() throws IOException, InterruptedException {
        out.printf("logs in %s; JVM flags of stream: %s%n", folder, String.join(" ", options.flags()));
        EventLoopGroup loop = new NioEventLoopGroup(1, new DefaultThreadFactory("queue", true));
        SimulatedTime time = new MachineTime();
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        SimulatorSettings settings = SimulatorSettings.of(
                        SEED, options.contenders().size(), today.minusDays(1))
                .withTradesPerDay(0);
        List<Entrant> entrants = new ArrayList<>();
        try (Simulator exchange = Simulator.start(settings, time, folder.resolve("exchange"))) {
            for (String kind : options.contenders()) {
                entrants.add(Entrant.start(
                        exchange,
                        exchange.accounts().get(entrants.size()),
                        loop,
                        options.after(),
                        kind.equals("amqp") ? options.amqp() : "",
                        folder,
                        contender(kind)));
            }
            for (Entrant entrant : entrants) {
                entrant.warm(WARM_RATE, WARM);
            }
            List<Step> steps = steps(entrants);
            summary(entrants, steps);
        } finally {
            entrants.forEach(Entrant::close);
            var _ = loop.shutdownGracefully();
        }
    }

    private Function<Contender.Place, Contender> contender(String kind) throws IOException, InterruptedException {
        if (kind.equals("stream")) {
            Path own = Files.createDirectories(folder.resolve("stream"));
            return place -> Contender.streamTask(repository, options.flags(), place, own);
        }
        Path program = peer();
        return place -> Contender.peer(program, kind, place);
    }

    /** The Node program with its libraries, below the module's target folder. */
    private Path peer() throws IOException, InterruptedException {
        Path target = Files.createDirectories(repository.resolve("benchmarks/target/peer"));
        for (String file : List.of("package.json", "peer.mjs")) {
            Files.copy(
                    repository.resolve("benchmarks/src/main/peer").resolve(file),
                    target.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Process npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--no-package-lock")
                .directory(target.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start();
        if (npm.waitFor() != 0) {
            throw new IOException("npm install failed; see " + folder.resolve("npm.log")
                    + ", or leave the Node program out with --contenders stream");
        }
        return target;
    }

    private List<Step> steps(List<Entrant> entrants) {
        List<Step> steps = new ArrayList<>();
        List<Entrant> left = new ArrayList<>(entrants);
        out.print(Step.head());
        for (int rate : options.rates()) {
            for (Entrant entrant : List.copyOf(left)) {
                entrant.warm(rate, BEFORE);
                Step step = entrant.measure(rate, options.span());
                out.print(step.line());
                steps.add(step);
                if (step.lost() > 0 || step.p99() > HOPELESS_MICROS) {
                    left.remove(entrant);
                }
            }
        }
        return steps;
    }

    private void summary(List<Entrant> entrants, List<Step> steps) {
        for (Entrant entrant : entrants) {
            int highest = steps.stream()
                    .filter(step -> step.contender().equals(entrant.name()) && step.holds())
                    .mapToInt(Step::asked)
                    .max()
                    .orElse(0);
            out.printf(
                    "%s: p99 within 25 ms and nothing lost up to %,d reports/s; at most %d MiB in RAM%n",
                    entrant.name(), highest, Usage.mostResidentKb(entrant.pid()) / 1_024);
        }
    }

    /** The exchange's clock is the machine's. */
    private static final class MachineTime implements SimulatedTime {
        private final Clock clock = Clock.systemUTC();

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public void pass(Duration elapsed) {}
    }
}
