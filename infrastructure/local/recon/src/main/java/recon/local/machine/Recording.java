package recon.local.machine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import recon.binance.executionreport.ExecutionReportReader;
import recon.record.report.Recorder;
import recon.record.report.RejectedReports;
import recon.record.symbol.ExchangeInfoRun;
import recon.record.symbol.SymbolDirectory;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.ReportObjects;
import recon.storage.queue.DeadLetters;
import recon.storage.registry.Registry;
import recon.storage.schema.Schema;
import recon.storage.work.Runs;

/** The recorder as on AWS, with its book counted. */
final class Recording {
    private final RecordTally tally = new RecordTally();
    private final Recorder recorder;

    /** @param json reads the exchange's reports */
    Recording(
            AwsClients clients,
            AwsSettings aws,
            Registry registry,
            Runs runs,
            EventBus bus,
            InstantSource clock,
            ObjectMapper json) {
        requireNonNull(registry, "registry is null");
        recorder = new Recorder(
                new ReportObjects(clients, aws),
                new ExecutionReportReader(json),
                new SymbolDirectory(registry::symbols),
                new ExchangeInfoRun(runs),
                new TalliedBook(new ExecutionTables(clients, aws), tally),
                bus,
                new RejectedReports(registry, new DeadLetters(clients, aws, Schema.RECORD)),
                clock);
    }

    Recorder recorder() {
        return recorder;
    }

    RecordTally tally() {
        return tally;
    }
}
