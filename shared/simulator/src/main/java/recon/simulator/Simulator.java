package recon.simulator;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import recon.simulator.draw.Draw;
import recon.simulator.http.Downloads;
import recon.simulator.http.Front;
import recon.simulator.http.Keys;
import recon.simulator.http.Reply;
import recon.simulator.http.Server;
import recon.simulator.limits.Budgets;
import recon.simulator.log.RequestLog;
import recon.simulator.socket.StreamServer;
import recon.simulator.stream.StreamFaults;
import recon.simulator.stream.StreamHub;
import recon.simulator.truth.WorldTruth;
import recon.simulator.world.World;

/**
 * A deterministic exchange behind a socket of the loopback interface. What it answers is a function of the settings, the
 * time and the requests seen; the requests are kept in the state folder, so that a run that was killed goes on.
 *
 * <p>Stamps are on the exchange's clock: the driver's time plus a constant skew of at most 400 ms drawn by the seed.
 */
public final class Simulator implements AutoCloseable {
    private static final int LARGEST_SKEW_MS = 400;

    private final Server server;
    private final RequestLog log;
    private final List<SimulatedAccount> accounts;
    private final Switches switches;
    private final Truth truth;
    private final Counters counters;
    private final Faults faults;
    private final Keys keys;
    private final World world;
    private final StreamHub streams;
    private final SimulatedTime time;
    private Optional<StreamServer> socket = Optional.empty();
    private final int skewMs;

    private Simulator(SimulatorSettings settings, SimulatedTime time, Path stateFolder) {
        long seed = settings.seed();
        this.time = time;
        this.skewMs = Draw.of(seed, "skew").between(-LARGEST_SKEW_MS, LARGEST_SKEW_MS);
        this.accounts = Registrations.of(settings);
        this.switches = Switches.drawnBy(seed);
        this.faults = new Faults(seed, settings.faultRates());
        this.keys = new Keys(accounts);
        this.world = new World(settings, switches, accounts);
        this.truth = new WorldTruth(world);
        Budgets budgets = new Budgets(settings.limits());
        this.counters = new Counters(budgets);
        Downloads downloads = new Downloads(seed);
        AtomicLong last = new AtomicLong();
        this.log = RequestLog.open(stateFolder, line -> {
            Front.replay(line, budgets, downloads);
            last.accumulateAndGet(line.number(), Math::max);
        });
        Front front = new Front(world, () -> exchangeTime().toEpochMilli(), budgets, keys, faults, downloads, log);
        this.streams = new StreamHub(
                seed,
                world,
                () -> exchangeTime().toEpochMilli(),
                budgets,
                keys,
                new StreamFaults(seed, settings.streamFaultRates()),
                log);
        this.server = Server.start(seed, front, time, last.get());
    }

    /**
     * Starts the exchange, or goes on where the last run on the same folder stopped.
     *
     * @param settings must be those of the folder's earlier runs
     * @param time the driver's clock
     * @param stateFolder holds {@code requests.log}; made if absent
     */
    public static Simulator start(SimulatorSettings settings, SimulatedTime time, Path stateFolder) {
        requireNonNull(settings, "settings is null");
        requireNonNull(time, "time is null");
        requireNonNull(stateFolder, "stateFolder is null");
        return new Simulator(settings, time, stateFolder);
    }

    /** Where {@code /api} and {@code /sapi} are. */
    public URI baseUri() {
        return server.uri();
    }

    /**
     * Asks by {@code GET} without the socket; takes no time by any clock.
     *
     * @param rawQuery in its encoded form, empty for none
     * @param apiKey value of {@code X-MBX-APIKEY}, empty for none
     */
    public Reply ask(String path, String rawQuery, String apiKey) {
        return server.ask(path, rawQuery, apiKey);
    }

    /** All accounts; the first is the main account. */
    public List<SimulatedAccount> accounts() {
        return accounts;
    }

    /** How this exchange behaves where the documentation says nothing. */
    public Switches switches() {
        return switches;
    }

    /** What is right. */
    public Truth truth() {
        return truth;
    }

    /** What the requests have cost. */
    public Counters counters() {
        return counters;
    }

    /** The faults to come. */
    public Faults faults() {
        return faults;
    }

    /** The user-data streams, without a socket. */
    public StreamHub streams() {
        return streams;
    }

    /**
     * Opens the streams' socket, if it is not open yet. From then on the clock is watched every two milliseconds; nobody
     * needs to call {@link StreamHub#advance()}.
     *
     * @return {@code ws://127.0.0.1:<port>/ws-api/v3}
     */
    public synchronized URI serveStreams() {
        if (socket.isEmpty()) {
            socket = Optional.of(StreamServer.start(streams));
        }
        return socket.get().uri();
    }

    /** The exchange's clock. */
    public Instant exchangeTime() {
        return time.instant().plusMillis(skewMs);
    }

    /**
     * Gives a key a right or takes it away, for this run. Keys begin with nothing but reading.
     *
     * @param apiKey one of an account's keys; its others keep what they have
     * @param right as {@code apiRestrictions} names it, for instance {@code enableWithdrawals}
     */
    public void setRight(String apiKey, String right, boolean value) {
        keys.setRight(apiKey, right, value);
    }

    /**
     * Lets the snapshots of a day appear later than usual, for this run.
     *
     * @param after how long after the midnight that ends the day
     */
    public void holdBackSnapshots(LocalDate day, Duration after) {
        world.snapshots().holdBack(day, after);
    }

    @Override
    public synchronized void close() {
        socket.ifPresent(StreamServer::close);
        server.close();
        log.close();
    }
}
