package recon.local.check;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import recon.accounts.Configuration;
import recon.binance.budget.Charges;
import recon.binance.budget.Limits;
import recon.binance.client.Credentials;
import recon.binance.client.ExchangeClient;
import recon.binance.client.Transport;
import recon.binance.error.ErrorClass;
import recon.binance.error.Errors;
import recon.binance.error.ExchangeError;
import recon.binance.json.ExchangeJson;
import recon.binance.request.HostFamily;
import recon.binance.request.Outcome;
import recon.binance.request.Request;
import recon.binance.source.Scope;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.local.machine.MachineSettings;
import recon.local.pace.Pace;

/** Asks the exchange a few questions outside of any run, one after another and within the budget. Nothing is stored. */
public final class Questions {
    /** So often a question is asked that meets passing faults. */
    private static final int ATTEMPTS = 4;
    /** Around a minute's end one wait often leads to the next: ours ends, the exchange's ends, and when is not certain. */
    private static final int WAITS = 10;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Configuration configuration;
    private final InstantSource clock;
    private final Pace pace;
    private final ObjectMapper json = ExchangeJson.mapper();
    private final ExchangeClient client;

    /** @param pace how to wait for a budget */
    public Questions(Configuration configuration, Transport transport, InstantSource clock, Pace pace) {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.pace = requireNonNull(pace, "pace is null");
        this.client =
                new ExchangeClient(configuration.hosts(), transport, clock, new UnsharedBudget(), this::charges, json);
    }

    /** Reads the exchange's answers. */
    public ObjectMapper json() {
        return json;
    }

    /** The price tags of questions, by the documented limits. */
    public Charges charges() {
        return new Charges(Limits.DOCUMENTED, configuration.egress().orElse(MachineSettings.USUAL_EGRESS));
    }

    /** The time on the exchange's clock. */
    public Instant exchangeTime() {
        return client.exchangeTime(HostFamily.SPOT);
    }

    /** How far the exchange's clock is ahead of ours; negative if it is behind. */
    public Duration clockOffset() {
        Instant theirs = exchangeTime();
        return Duration.between(clock.instant(), theirs);
    }

    /** What a source is asked with, over a stretch of row times. */
    public Scope scope(Account account, boolean main, List<Account> subAccounts, Instant from, Instant to) {
        return scope(account, main, subAccounts, from, to, configuration.settings());
    }

    /** The same, as if the exchange behaved like this. */
    public Scope scope(
            Account account,
            boolean main,
            List<Account> subAccounts,
            Instant from,
            Instant to,
            LedgerSettings settings) {
        return new Scope(
                account,
                main,
                subAccounts,
                from,
                to,
                settings,
                name -> Optional.empty(),
                Integer.MAX_VALUE,
                Limits.DOCUMENTED,
                configuration.egress().orElse(MachineSettings.USUAL_EGRESS));
    }

    /** Asks, and asks again where that may help; at most four times, and at most ten times after waiting for a budget. */
    public Answer ask(Request request, Optional<Credentials> credentials) {
        int faults = 0;
        int waits = 0;
        while (true) {
            switch (client.ask(request, credentials)) {
                case Outcome.Postponed(Instant until, String bucket) -> {
                    if (++waits == WAITS) {
                        throw new ExchangeUnreachable("no room in the rate budget " + bucket + " until " + until);
                    }
                    pace.reach(ours(until));
                }
                case Outcome.Replied(var reply) -> {
                    Optional<ExchangeError> error = Errors.judge(reply, json);
                    if (error.isEmpty()) {
                        return new Answer.Given(reply);
                    }
                    if (!passing(error.get()) || ++faults == ATTEMPTS) {
                        return new Answer.Refused(error.get());
                    }
                    pace.reach(error.get()
                            .retryAt()
                            .map(this::ours)
                            .orElseGet(() -> clock.instant().plus(PAUSE)));
                }
            }
        }
    }

    private static boolean passing(ExchangeError error) {
        return error.clockSkewed()
                || error.errorClass() == ErrorClass.NETWORK_ERROR
                || error.errorClass() == ErrorClass.RATE_LIMIT;
    }

    private Instant ours(Instant exchangeTime) {
        Duration wait = Duration.between(exchangeTime(), exchangeTime);
        return clock.instant().plus(wait);
    }
}
