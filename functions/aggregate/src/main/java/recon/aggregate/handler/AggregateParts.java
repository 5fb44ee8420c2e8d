package recon.aggregate.handler;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;
import recon.aggregate.archive.ArchivedPositions;
import recon.aggregate.archive.Stock;
import recon.aggregate.doubt.Doubts;
import recon.aggregate.fold.FoldStep;
import recon.aggregate.report.ReportStep;
import recon.binance.json.ExchangeJson;
import recon.ledger.setting.LedgerSettings;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.ArchivePacks;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.event.EventBridgeBus;
import recon.storage.position.EntryTable;
import recon.storage.position.ResyncTable;
import recon.storage.queue.WorkQueue;
import recon.storage.registry.Registry;
import recon.storage.report.Reports;
import recon.storage.work.Runs;
import recon.storage.work.Sweeper;
import recon.storage.work.Worker;

/** Puts the function together from its configuration. */
final class AggregateParts {
    private static final String COLLECT = "collect";

    @Produces
    @Singleton
    Aggregate aggregate(Config config) {
        AwsSettings aws = AwsSettings.from(name -> config.getOptionalValue(name, String.class));
        LedgerSettings settings = LedgerSettings.from(name -> config.getOptionalValue(name, String.class));
        AwsClients clients = AwsClients.create(aws);
        InstantSource clock = Clock.systemUTC();
        Registry registry = new Registry(clients, aws);
        Reports reports = new Reports(clients, aws);
        Archive archive = new Archive(clients, aws);
        return new Aggregate(
                archive,
                new Runs(clients, aws, clock),
                new Sweeper(clients, aws, new EventBridgeBus(clients, aws)),
                new Worker(clients, aws, clock),
                new FoldStep(
                        new ArchivedPositions(
                                new Stock(archive, new ArchiveIndex(clients, aws), new ArchivePacks(clients, aws)),
                                registry,
                                ExchangeJson.mapper(),
                                settings.commissionSign(),
                                ArchivedPositions.Most.USUAL),
                        new EntryTable(clients, aws, clock),
                        new Doubts(
                                new ResyncTable(clients, aws),
                                request -> WorkQueue.of(clients, aws, COLLECT).send(request.body()),
                                registry),
                        reports,
                        clock),
                new ReportStep(reports),
                clock);
    }
}
