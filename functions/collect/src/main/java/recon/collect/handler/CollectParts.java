package recon.collect.handler;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import recon.binance.budget.Limits;
import recon.binance.client.Credentials;
import recon.binance.client.ExchangeClient;
import recon.binance.client.Hosts;
import recon.binance.client.HttpTransport;
import recon.binance.client.Timeouts;
import recon.binance.json.ExchangeJson;
import recon.binance.source.Source;
import recon.binance.source.Sources;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.collect.budget.StoredBudget;
import recon.collect.discovery.EvidenceReader;
import recon.collect.heal.ErrorBook;
import recon.collect.heal.Healing;
import recon.collect.page.Pages;
import recon.collect.page.Setup;
import recon.collect.page.StreamCheck;
import recon.collect.plan.DailyPlan;
import recon.collect.plan.DownloadPlan;
import recon.collect.plan.FuturesPlan;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.storage.archive.Archive;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.balance.BalanceTable;
import recon.storage.budget.WindowCounters;
import recon.storage.event.EventBridgeBus;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionTables;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.ActiveSymbols;
import recon.storage.registry.DownloadStarts;
import recon.storage.registry.Registry;
import recon.storage.secret.CredentialReader;
import recon.storage.secret.CredentialReference;
import recon.storage.secret.Secrets;
import recon.storage.watermark.Watermarks;
import recon.storage.work.Runs;
import recon.storage.work.Sweeper;
import recon.storage.work.Worker;

/** Puts the function together from its configuration. */
final class CollectParts {
    @Produces
    @Singleton
    Collect collect(CollectConfig config, Config settings) {
        Function<String, Optional<String>> setting = name -> settings.getOptionalValue(name, String.class);
        AwsSettings aws = AwsSettings.from(setting);
        AwsClients clients = AwsClients.create(aws);
        InstantSource clock = Clock.systemUTC();
        ObjectMapper json = ExchangeJson.mapper();
        List<Source> sources = Sources.all(json);
        Setup setup = new Setup(
                accounts(config.accounts(), keys(setting)),
                sources,
                new Registry(clients, aws),
                LedgerSettings.from(setting),
                Settlement.from(setting),
                Limits.DOCUMENTED,
                config.exchange().egress(),
                Integer.MAX_VALUE);
        HttpTransport transport = HttpTransport.open(Timeouts.STANDARD);
        ExchangeClient client = new ExchangeClient(
                new Hosts(config.exchange().spot(), config.exchange().futures()),
                transport,
                clock,
                new StoredBudget(new WindowCounters(clients, aws)),
                setup::currentCharges,
                json);
        Watermarks watermarks = new Watermarks(clients, aws);
        LedgerTable ledger = new LedgerTable(clients, aws);
        BalanceTable balances = new BalanceTable(clients, aws);
        EventBus bus = new EventBridgeBus(clients, aws);
        return new Collect(
                new DailyPlan(setup.accounts(), sources, watermarks::list),
                new FuturesPlan(setup.accounts(), sources),
                new DownloadPlan(setup.accounts(), sources),
                new Runs(clients, aws, clock),
                new Sweeper(clients, aws, bus),
                new Worker(clients, aws, clock),
                new Pages(
                        setup,
                        client,
                        new Archive(clients, aws),
                        ledger,
                        balances,
                        new EvidenceReader(
                                ledger,
                                balances,
                                setup.registry(),
                                new ActiveSymbols(clients, aws),
                                config.roundDays()),
                        new StreamCheck(
                                new Healing(
                                        new ExecutionTables(clients, aws), ErrorBook.of(setup.registry()), bus, clock),
                                watermarks::list),
                        new DownloadStarts(clients, aws),
                        transport,
                        clock,
                        json),
                clock);
    }

    private static Accounts accounts(List<CollectConfig.AccountConfig> accounts, CredentialReader keys) {
        return new Accounts(accounts.stream()
                .map(account -> new CollectedAccount(
                        new Account(account.uid(), account.email()),
                        account.main(),
                        keys.read(
                                CredentialReference.parse(account.credentials()),
                                Credentials::hmac,
                                Credentials::privateKey)))
                .toList());
    }

    /** Secrets Manager is opened only while one of its secrets is read: most cold starts would wait for it in vain. */
    private static CredentialReader keys(Function<String, Optional<String>> setting) {
        return new CredentialReader(Path.of(""), name -> Optional.ofNullable(System.getenv(name)), name -> {
            try (Secrets secrets = Secrets.open(setting)) {
                return secrets.text(name);
            }
        });
    }
}
