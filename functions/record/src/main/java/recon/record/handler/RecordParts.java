package recon.record.handler;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;
import recon.binance.executionreport.ExecutionReportReader;
import recon.binance.json.ExchangeJson;
import recon.record.report.Recorder;
import recon.record.report.RejectedReports;
import recon.record.symbol.ExchangeInfoRun;
import recon.record.symbol.SymbolDirectory;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.event.EventBridgeBus;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.ReportObjects;
import recon.storage.queue.DeadLetters;
import recon.storage.registry.Registry;
import recon.storage.schema.Schema;
import recon.storage.work.Runs;

/** Puts the function together from its configuration. */
final class RecordParts {
    @Produces
    @Singleton
    Recorder recorder(Config config) {
        AwsSettings aws = AwsSettings.from(name -> config.getOptionalValue(name, String.class));
        AwsClients clients = AwsClients.create(aws);
        InstantSource clock = Clock.systemUTC();
        Registry registry = new Registry(clients, aws);
        return new Recorder(
                new ReportObjects(clients, aws),
                new ExecutionReportReader(ExchangeJson.mapper()),
                new SymbolDirectory(registry::symbols),
                new ExchangeInfoRun(new Runs(clients, aws, clock)),
                new ExecutionTables(clients, aws),
                new EventBridgeBus(clients, aws),
                new RejectedReports(registry, new DeadLetters(clients, aws, Schema.RECORD)),
                clock);
    }
}
