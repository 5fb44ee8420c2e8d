package recon.benchmark.stream;

import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import recon.simulator.KeyType;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatedKey;
import recon.simulator.Simulator;

/** A contender that runs, with an account and a queue of its own, so that it idles while another is measured. */
final class Entrant implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final long MS = 1_000;
    private static final long MICROS = 1_000;
    private static final long END_SECONDS = 30;

    private final Contender contender;
    private final Load load;
    private final QueueServer queue;
    private final Optional<Broker> broker;
    private final Process process;

    private Entrant(Contender contender, Load load, QueueServer queue, Optional<Broker> broker, Process process) {
        this.contender = contender;
        this.broker = broker;
        this.load = load;
        this.queue = queue;
        this.process = process;
    }

    /**
     * Starts it, and returns once a report has come through.
     *
     * @param after how long the queue keeps an answer back
     * @param amqp where a broker runs; the empty text for who does not send to one
     * @param logs where its output goes
     */
    static Entrant start(
            Simulator exchange,
            SimulatedAccount account,
            EventLoopGroup loop,
            Duration after,
            String amqp,
            Path logs,
            Function<Contender.Place, Contender> maker)
            throws IOException {
        Load load = new Load(exchange.streams(), account.uid());
        QueueServer queue = QueueServer.start(loop, after, load::acknowledged);
        Optional<Broker> broker =
                amqp.isEmpty() ? Optional.empty() : Optional.of(Broker.listen(amqp, load::acknowledged));
        SimulatedKey key = account.key(KeyType.ED25519);
        Contender contender = maker.apply(new Contender.Place(
                exchange.serveStreams().toString(),
                queue.uri().toString(),
                queue.queueUrl(),
                amqp,
                account.uid(),
                key.apiKey(),
                key.secret()));
        Path log = logs.resolve(contender.name().replaceAll("[^a-z]+", "-") + ".log");
        ProcessBuilder builder = new ProcessBuilder(contender.command())
                .directory(contender.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(contender.environment());
        Entrant entrant = new Entrant(contender, load, queue, broker, builder.start());
        if (!load.awaitSomebody(START)) {
            entrant.close();
            throw new IOException(contender.name() + " brought no report in " + START + "; see " + log);
        }
        return entrant;
    }

    String name() {
        return contender.name();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets reports come at a rate and measures nothing. */
    void warm(int perSecond, Duration span) {
        load.run(perSecond, span);
    }

    Step measure(int perSecond, Duration span) {
        long own = ProcessHandle.current().pid();
        long began = System.nanoTime();
        long cpu = Usage.cpuMs(pid());
        long driving = Usage.cpuMs(own);
        long machine = Usage.machineMs();
        Load.Run run = load.run(perSecond, span);
        long took = Math.max(1, (System.nanoTime() - began) / MICROS / MS);
        long spent = Usage.cpuMs(pid()) - cpu;
        long cores = spent * 100 / took;
        long drivers = (Usage.cpuMs(own) - driving) * 100 / took;
        long all = (Usage.machineMs() - machine) * 100 / took;
        long[] latencies = run.arrivals().latencies();
        return new Step(
                name(),
                perSecond,
                latencies.length * 1_000_000_000L / Math.max(1, run.arrivals().took()),
                Arrivals.quantile(latencies, 500) / MICROS,
                Arrivals.quantile(latencies, 990) / MICROS,
                Arrivals.quantile(latencies, 999) / MICROS,
                Arrivals.quantile(latencies, 1_000) / MICROS,
                run.arrivals().missing(),
                run.arrivals().repeated(),
                Usage.residentKb(pid()),
                cores,
                spent * MICROS / Math.max(1, latencies.length),
                drivers,
                Math.max(0, all - cores - drivers),
                Arrivals.quantile(run.lateness(), 990) / MICROS);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        broker.ifPresent(Broker::close);
        queue.close();
    }
}
