package recon.local.live;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import recon.accounts.Configuration;
import recon.accounts.ConfigurationFile;
import recon.binance.client.HttpTransport;
import recon.binance.client.Timeouts;
import recon.collect.account.Accounts;
import recon.local.check.Checks;
import recon.local.check.Questions;
import recon.local.pace.Pace;
import recon.local.pace.RealPace;

/** A configuration with its keys, and a way to ask the exchange that it names, in real time. */
public final class Opened implements AutoCloseable {
    private final InstantSource clock = Clock.systemUTC();
    private final Pace pace;
    private final Configuration configuration;
    private final Accounts accounts;
    private final HttpTransport transport;
    private final Questions questions;

    private Opened(Path config, PrintWriter printed) {
        requireNonNull(printed, "printed is null");
        pace = new RealPace(clock, line -> {
            printed.println(line);
            printed.flush();
        });
        configuration = ConfigurationFile.read(config);
        accounts = Keys.of(configuration);
        transport = HttpTransport.open(Timeouts.STANDARD);
        questions = new Questions(configuration, transport, clock, pace);
    }

    /**
     * Reads the file and the keys that it refers to; nothing is asked yet.
     *
     * @param printed shows what is waited for
     */
    public static Opened of(Path config, PrintWriter printed) {
        return new Opened(config, printed);
    }

    InstantSource clock() {
        return clock;
    }

    Pace pace() {
        return pace;
    }

    Configuration configuration() {
        return configuration;
    }

    /** The accounts with their keys. */
    public Accounts accounts() {
        return accounts;
    }

    /** Asks the exchange. */
    public Questions questions() {
        return questions;
    }

    /** Looks at exchange and keys. */
    public Checks checks() {
        return new Checks(configuration, accounts, questions);
    }

    @Override
    public void close() {
        transport.close();
    }
}
