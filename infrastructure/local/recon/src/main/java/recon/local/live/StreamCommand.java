package recon.local.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import recon.binance.budget.Limits;
import recon.binance.client.Hosts;
import recon.collect.discovery.EvidenceReader;
import recon.local.machine.MachineSettings;
import recon.local.stack.LocalStack;
import recon.stream.task.StreamPlan;

/** {@code recon stream}. */
@Command(
        name = "stream",
        description = "Captures and records execution reports, and shows a line for each account.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it was ended: by Ctrl-C, by SIGTERM or by --for",
            "2:an option, the configuration or a key is wrong; nothing was touched",
            "4:the exchange is unreachable"
        })
public final class StreamCommand implements Callable<Integer> {
    /** Without {@code --for}: until somebody ends it. */
    private static final Duration ALWAYS = Duration.ofDays(36_500);

    private static final int MOST_RATE = 100_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Source source;

    @Option(
            names = "--endpoint",
            description = "the exchange's WebSocket API (default: Binance's own, for an exchange that is Binance)")
    private @Nullable URI endpoint;

    @Option(
            names = "--for",
            converter = SpanConverter.class,
            description = "end after that long, for instance 30s, 5m or PT1H (default: at Ctrl-C)")
    private @Nullable Duration span;

    @Option(
            names = "--out",
            description = "folder for everything it keeps (default: books; simulated: one that is removed at the end)")
    private @Nullable Path out;

    /** Which exchange. */
    static final class Source {
        @Option(names = "--config", required = true, description = "the accounts, for instance accounts.yaml")
        @Nullable
        Path config;

        @ArgGroup(exclusive = false)
        @Nullable
        Simulated simulated;
    }

    /** One that is simulated. */
    static final class Simulated {
        @Option(names = "--simulated", required = true, description = "a simulated exchange behind a real socket")
        boolean wanted;

        @Option(names = "--seed", defaultValue = "7", description = "draws its world (default ${DEFAULT-VALUE})")
        long seed;

        @Option(
                names = "--rate",
                defaultValue = "10",
                description = "reports a second beside those of its world (default ${DEFAULT-VALUE})")
        int rate;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter printed = spec.commandLine().getOut();
        LiveScreen screen = new LiveScreen(printed, LiveScreen.isTerminal());
        if (source.config != null) {
            real(screen, source.config, printed);
        } else if (source.simulated != null) {
            simulated(screen, source.simulated);
        }
        return 0;
    }

    private Duration longest() {
        return Optional.ofNullable(span).orElse(ALWAYS);
    }

    private void real(LiveScreen screen, Path config, PrintWriter printed) throws InterruptedException {
        try (Opened opened = Opened.of(config, printed)) {
            URI uri = uri(opened.configuration().hosts());
            Path state = state(Optional.ofNullable(out).orElse(Path.of("books")));
            opened.checks().require();
            MachineSettings settings = new MachineSettings(
                    BooksFolder.INSTALLATION,
                    opened.configuration().hosts(),
                    opened.configuration().egress().orElse(MachineSettings.USUAL_EGRESS),
                    opened.accounts(),
                    opened.configuration().settings(),
                    opened.configuration().settlement(),
                    Limits.DOCUMENTED,
                    Integer.MAX_VALUE,
                    opened.configuration().roundDays().orElse(EvidenceReader.USUAL_ROUND_DAYS),
                    false);
            LiveStream stream = begin(screen, "Starting DynamoDB, SQS and S3 on this machine ...");
            try (LocalStack stack = LocalStack.start(state.resolve("stack"))) {
                stream.run(stack, settings, uri, state, longest(), new LiveStream.Occasions() {});
            }
        }
    }

    /** The keys of one exchange are of no use at another. */
    private URI uri(Hosts hosts) {
        URI uri = Optional.ofNullable(endpoint).orElse(URI.create(StreamPlan.SPOT));
        if (endpoint == null && !hosts.spot().equals(Hosts.PRODUCTION.spot())) {
            throw wrong("the configuration names another exchange, " + hosts.spot()
                    + ": say with --endpoint where its WebSocket API is");
        }
        if (uri.getHost() == null || !("wss".equals(uri.getScheme()) || "ws".equals(uri.getScheme()))) {
            throw wrong("--endpoint " + uri + " is no address of a WebSocket: write wss://host/path");
        }
        return uri;
    }

    private Path state(Path folder) {
        try {
            return BooksFolder.state(folder.normalize());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private void simulated(LiveScreen screen, Simulated wanted) throws IOException, InterruptedException {
        if (wanted.rate < 0 || wanted.rate > MOST_RATE) {
            throw wrong("--rate is " + wanted.rate + ": give 0 to " + MOST_RATE);
        }
        if (endpoint != null) {
            throw wrong("--endpoint is for a real exchange: leave it out with --simulated");
        }
        if (out != null && Files.exists(out)) {
            throw wrong("--out " + out + " exists: a simulated exchange begins anew, give it a new folder");
        }
        Path folder = out == null ? Files.createTempDirectory("recon-stream") : Files.createDirectories(out);
        try {
            LiveStream stream =
                    begin(screen, "Starting DynamoDB, SQS and S3 on this machine, and an exchange to listen to ...");
            try (LocalStack stack = LocalStack.start(folder.resolve("stack"));
                    SimulatedStream exchange =
                            SimulatedStream.start(wanted.seed, wanted.rate, folder.resolve("exchange"))) {
                stream.run(
                        stack,
                        exchange.settings(BooksFolder.INSTALLATION),
                        exchange.uri(),
                        folder,
                        longest(),
                        new LiveStream.Occasions() {
                            @Override
                            public void listening() {
                                exchange.begin();
                            }

                            @Override
                            public void ending(LongSupplier received) throws InterruptedException {
                                exchange.end(received);
                            }
                        });
            }
        } finally {
            if (out == null) {
                remove(folder);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /** Everything that was asked for makes sense: from here on it can be ended, and tells what goes wrong. */
    private static LiveStream begin(LiveScreen screen, String line) {
        LiveStream stream = new LiveStream(Clock.systemUTC(), screen);
        Warnings.to(screen::say);
        Signals.onEnd(stream::end);
        screen.say(line);
        return stream;
    }
}
