package recon.reconcile.handler;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.reconcile.close.CloseStep;
import recon.reconcile.integrity.IntegrityStep;
import recon.reconcile.report.ReportStep;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.balance.BalanceTable;
import recon.storage.event.EventBridgeBus;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.Registry;
import recon.storage.report.Reports;
import recon.storage.work.Runs;
import recon.storage.work.Sweeper;
import recon.storage.work.Worker;

/** Puts the function together from its configuration. */
final class ReconcileParts {
    @Produces
    @Singleton
    Reconcile reconcile(Config config) {
        Function<String, Optional<String>> setting = name -> config.getOptionalValue(name, String.class);
        AwsSettings aws = AwsSettings.from(setting);
        AwsClients clients = AwsClients.create(aws);
        InstantSource clock = Clock.systemUTC();
        LedgerTable ledger = new LedgerTable(clients, aws);
        BalanceTable balances = new BalanceTable(clients, aws);
        LedgerSettings settings = LedgerSettings.from(setting);
        Registry registry = new Registry(clients, aws);
        Archive archive = new Archive(clients, aws);
        Runs runs = new Runs(clients, aws, clock);
        return new Reconcile(
                archive,
                runs,
                new Sweeper(clients, aws, new EventBridgeBus(clients, aws)),
                new Worker(clients, aws, clock),
                new CloseStep(ledger, balances, registry, settings, clock),
                new ReportStep(ledger, balances, new Reports(clients, aws), settings),
                new IntegrityStep(ledger, registry, archive, new ArchiveIndex(clients, aws), runs, settings, clock),
                Settlement.from(setting),
                clock);
    }
}
