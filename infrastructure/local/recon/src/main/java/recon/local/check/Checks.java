package recon.local.check;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.accounts.Configuration;
import recon.accounts.ConfigurationError;
import recon.accounts.ConfiguredAccount;
import recon.binance.client.Credentials;
import recon.binance.error.ErrorClass;
import recon.binance.error.ExchangeError;
import recon.binance.request.HostFamily;
import recon.binance.request.Request;
import recon.binance.request.Security;
import recon.binance.rights.ApiRestrictions;
import recon.binance.rights.KeyRights;
import recon.binance.source.Cursor;
import recon.binance.source.Scope;
import recon.binance.source.UnusablePage;
import recon.binance.spotaccount.SpotAccount;
import recon.collect.account.Accounts;
import recon.local.check.Finding.Level;

/** Is the exchange there, whose are the keys, and may they do what they should and no more. */
public final class Checks {
    private static final Duration NOTABLE_OFFSET = Duration.ofSeconds(1);

    private final Configuration configuration;
    private final Accounts accounts;
    private final Questions questions;

    /** @param accounts those of the configuration, with their keys */
    public Checks(Configuration configuration, Accounts accounts, Questions questions) {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.questions = requireNonNull(questions, "questions is null");
    }

    /** Everything that was looked at, in the order of the configuration; nothing more once the exchange is away. */
    public List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        findings.add(reachable());
        if (findings.getLast().level() == Level.UNREACHABLE) {
            return findings;
        }
        findings.add(clock());
        if (configuration.accounts().stream().noneMatch(ConfiguredAccount::main)
                && configuration.accounts().size() > 1) {
            findings.add(new Finding(
                    Level.WARNING,
                    "accounts",
                    "none is the main account: transfers between sub-accounts are not booked, write main: true"));
        }
        for (ConfiguredAccount account : configuration.accounts()) {
            Credentials credentials =
                    accounts.find(account.account().id()).orElseThrow().credentials();
            findings.add(rights(account, credentials));
            findings.add(owner(account, credentials));
        }
        return findings;
    }

    /**
     * As {@link #all}, for who can only go on if nothing stands in the way.
     *
     * @throws ConfigurationError if a key is refused
     * @throws ExchangeUnreachable if the exchange does not answer
     */
    public void require() {
        for (Finding finding : all()) {
            switch (finding.level()) {
                case OK, WARNING -> {}
                case REFUSED -> throw new ConfigurationError(configuration.file(), finding.subject(), finding.text());
                case UNREACHABLE -> throw new ExchangeUnreachable(finding.subject() + " " + finding.text());
            }
        }
    }

    private Finding reachable() {
        String host = configuration.hosts().spot().toString();
        Request time = Request.of(
                HostFamily.SPOT,
                "/api/v3/time",
                Security.NONE,
                questions.charges().api(1));
        return switch (questions.ask(time, Optional.empty())) {
            case Answer.Given(var reply) -> new Finding(Level.OK, host, "answers");
            case Answer.Refused(ExchangeError error) ->
                new Finding(
                        Level.UNREACHABLE,
                        host,
                        "does not answer as the exchange does: " + error.message()
                                + "; look at the network, and at exchange.spot in " + configuration.file());
        };
    }

    private Finding clock() {
        Duration offset = questions.clockOffset();
        boolean notable = offset.abs().compareTo(NOTABLE_OFFSET) > 0;
        return new Finding(
                notable ? Level.WARNING : Level.OK,
                "clock",
                "the exchange's is " + offset.abs().toMillis() + " ms " + (offset.isNegative() ? "behind" : "ahead of")
                        + " this machine's"
                        + (notable ? "; it is allowed for, but let the machine keep time (NTP)" : ""));
    }

    private Finding rights(ConfiguredAccount account, Credentials credentials) {
        Request request = new ApiRestrictions(questions.json()).request(Cursor.START, scope(account));
        return switch (questions.ask(request, Optional.of(credentials))) {
            case Answer.Refused(ExchangeError error) -> refused(account, error);
            case Answer.Given(var reply) -> {
                try {
                    yield rights(account, KeyRights.of(reply, questions.json()));
                } catch (UnusablePage e) {
                    yield new Finding(Level.UNREACHABLE, account.key(), "cannot be checked: " + e.getMessage());
                }
            }
        };
    }

    private static Finding rights(ConfiguredAccount account, KeyRights rights) {
        String email = account.account().email();
        return rights.refused()
                .map(right -> new Finding(
                        Level.REFUSED,
                        account.key(),
                        "(" + email + "): its key has the right " + right + ": make a key that may only read"))
                .orElseGet(() -> rights.ipRestricted()
                        ? new Finding(Level.OK, account.key(), "(" + email + "): its key may only read")
                        : new Finding(
                                Level.WARNING,
                                account.key(),
                                "(" + email + "): its key may only read, but from any address: restrict it to yours"));
    }

    private Finding owner(ConfiguredAccount account, Credentials credentials) {
        SpotAccount source = new SpotAccount(questions.json());
        return switch (questions.ask(source.request(Cursor.START, scope(account)), Optional.of(credentials))) {
            case Answer.Refused(ExchangeError error) -> refused(account, error);
            case Answer.Given(var reply) -> {
                try {
                    String uid = source.uid(reply);
                    yield uid.equals(account.account().id())
                            ? new Finding(Level.OK, account.key() + ".uid", "is the one its key belongs to")
                            : new Finding(
                                    Level.REFUSED,
                                    account.key() + ".uid",
                                    "is " + account.account().id() + " but its key belongs to account " + uid
                                            + ": write uid: " + uid + ", or give the key of "
                                            + account.account().id());
                } catch (UnusablePage e) {
                    yield new Finding(Level.UNREACHABLE, account.key(), "cannot be checked: " + e.getMessage());
                }
            }
        };
    }

    private static Finding refused(ConfiguredAccount account, ExchangeError error) {
        boolean key = error.errorClass() == ErrorClass.API_KEY_INVALID;
        return new Finding(
                key ? Level.REFUSED : Level.UNREACHABLE,
                account.key() + ".credentials",
                key
                        ? "(" + account.account().email() + ") is refused by the exchange: " + error.message()
                        : "cannot be checked: " + error.message());
    }

    private Scope scope(ConfiguredAccount account) {
        Instant now = questions.exchangeTime();
        return questions.scope(account.account(), account.main(), List.of(), now, now);
    }
}
