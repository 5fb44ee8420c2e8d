package recon.local.live;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongSupplier;
import recon.binance.budget.Limits;
import recon.binance.client.Credentials;
import recon.binance.client.Hosts;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.collect.discovery.EvidenceReader;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.local.machine.MachineSettings;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatedTime;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.simulator.event.ExecutionReport;
import recon.simulator.stream.Deliveries;
import recon.simulator.stream.Delivery;
import recon.simulator.stream.LoadEmitter;

/** A simulated exchange in real time, behind real sockets, that also sends reports of no world at a steady rate. */
final class SimulatedStream implements AutoCloseable {
    private static final int ACCOUNTS = 3;
    private static final Duration PORTION = Duration.ofMillis(500);
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Simulator exchange;
    private final int rate;
    private final Thread emitting;
    private volatile boolean ending;

    private SimulatedStream(Simulator exchange, int rate) {
        this.exchange = requireNonNull(exchange, "exchange is null");
        this.rate = rate;
        this.emitting = Thread.ofPlatform().daemon().name("exchange-load").unstarted(this::emit);
    }

    /** Time as it is: what takes time takes it anyway. */
    private static final class RealTime implements SimulatedTime {
        private final Clock clock = Clock.systemUTC();

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public void pass(Duration elapsed) {
            // It has passed.
        }
    }

    /**
     * Starts it.
     *
     * @param rate reports a second beside those of the world, from 0
     * @param folder holds its log of requests
     */
    static SimulatedStream start(long seed, int rate, Path folder) {
        RealTime time = new RealTime();
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        return new SimulatedStream(Simulator.start(SimulatorSettings.of(seed, ACCOUNTS, today), time, folder), rate);
    }

    /** Begins to send at the rate, once somebody listens. */
    void begin() {
        if (rate > 0) {
            emitting.start();
        }
    }

    /** No more reports at a rate, while those of the world go on; returns when all that was sent has come, or soon. */
    void end(LongSupplier received) throws InterruptedException {
        ending = true;
        emitting.join();
        long sent = sent();
        Instant latest = Instant.now().plus(ON_ITS_WAY);
        while (received.getAsLong() < sent && Instant.now().isBefore(latest)) {
            Thread.sleep(LOOK);
        }
    }

    /** Reports that were sent to whom it may concern, each copy counted. */
    long sent() {
        Deliveries deliveries = exchange.streams().deliveries();
        return deliveries.published()
                + deliveries.all().stream()
                        .filter(each -> each.event() instanceof ExecutionReport)
                        .mapToLong(Delivery::copies)
                        .sum();
    }

    URI uri() {
        return exchange.serveStreams();
    }

    /** What a machine is told about it. */
    MachineSettings settings(String name) {
        return new MachineSettings(
                name,
                new Hosts(exchange.baseUri(), exchange.baseUri()),
                "simulated",
                accounts(),
                LedgerSettings.ASSUMED,
                Settlement.USUAL,
                Limits.DOCUMENTED,
                Integer.MAX_VALUE,
                EvidenceReader.USUAL_ROUND_DAYS,
                false);
    }

    private Accounts accounts() {
        return new Accounts(exchange.accounts().stream()
                .map(account -> new CollectedAccount(
                        new Account(account.uid(), account.email()),
                        account.main(),
                        Credentials.hmac(account.apiKey(), account.apiSecret())))
                .toList());
    }

    private void emit() {
        List<String> uids =
                exchange.accounts().stream().map(SimulatedAccount::uid).toList();
        LoadEmitter emitter = new LoadEmitter(exchange.streams(), uids);
        do {
            emitter.emit(rate, PORTION);
        } while (!ending);
    }

    @Override
    public void close() {
        ending = true;
        exchange.close();
    }
}
