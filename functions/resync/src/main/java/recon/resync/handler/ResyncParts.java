package recon.resync.handler;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import recon.binance.json.ExchangeJson;
import recon.ledger.setting.LedgerSettings;
import recon.resync.futures.FuturesSyncs;
import recon.resync.futures.SyncedAccounts;
import recon.resync.plan.Replays;
import recon.resync.plan.Stock;
import recon.resync.replay.Replay;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.balance.BalanceTable;
import recon.storage.event.EventBridgeBus;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.ReportObjects;
import recon.storage.ledger.LedgerTable;
import recon.storage.position.AnnotationBook;
import recon.storage.position.AnnotationTable;
import recon.storage.position.EntryTable;
import recon.storage.queue.WorkQueue;
import recon.storage.registry.Registry;
import recon.storage.work.Runs;
import recon.storage.work.Sweeper;
import recon.storage.work.Worker;

/** Puts the function together from its configuration. */
final class ResyncParts {
    private static final String COLLECT = "collect";

    @Produces
    @Singleton
    Resync resync(Config config) {
        Function<String, Optional<String>> setting = name -> config.getOptionalValue(name, String.class);
        AwsSettings aws = AwsSettings.from(setting);
        AwsClients clients = AwsClients.create(aws);
        InstantSource clock = Clock.systemUTC();
        ObjectMapper json = ExchangeJson.mapper();
        EventBus bus = new EventBridgeBus(clients, aws);
        Runs runs = new Runs(clients, aws, clock);
        ArchiveIndex index = new ArchiveIndex(clients, aws);
        SyncedAccounts synced = new SyncedAccounts(index, new EntryTable(clients, aws, clock), clock);
        AnnotationTable annotations = new AnnotationTable(clients, aws);
        return new Resync(
                new Replays(new Stock(index), runs, clock),
                runs,
                new Sweeper(clients, aws, bus),
                new Worker(clients, aws, clock),
                new Replay(
                        new Replay.Archived(new Archive(clients, aws), new ReportObjects(clients, aws), index),
                        new Replay.Kept(
                                new LedgerTable(clients, aws),
                                new BalanceTable(clients, aws),
                                new Registry(clients, aws),
                                new ExecutionTables(clients, aws),
                                annotations,
                                runs),
                        LedgerSettings.from(setting),
                        bus,
                        clock,
                        json),
                new FuturesSyncs(
                        synced, request -> WorkQueue.of(clients, aws, COLLECT).send(request.body()), bus, clock),
                synced,
                new AnnotationBook(annotations, new Archive(clients, aws), clock),
                clock);
    }
}
