package recon.local.machine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import recon.aggregate.archive.ArchivedPositions;
import recon.aggregate.archive.Stock;
import recon.aggregate.doubt.Doubts;
import recon.aggregate.fold.FoldStep;
import recon.aggregate.handler.Aggregate;
import recon.aggregate.report.ReportStep;
import recon.collect.plan.DailyPlan;
import recon.ledger.position.row.CommissionSign;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.ArchivePacks;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.position.EntryTable;
import recon.storage.position.ResyncTable;
import recon.storage.queue.WorkQueue;
import recon.storage.registry.Registry;
import recon.storage.report.Reports;
import recon.storage.work.Runs;
import recon.storage.work.Sweeper;
import recon.storage.work.Worker;

/** Makes trades of futures as on AWS. */
public final class Aggregating {
    private final AwsClients clients;
    private final AwsSettings settings;
    private final InstantSource clock;

    /** Where the books are. */
    public Aggregating(AwsClients clients, AwsSettings settings, InstantSource clock) {
        this.clients = requireNonNull(clients, "clients is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * The function.
     *
     * @param archive what is read; may be another place than the books
     * @param json reads the exchange's answers
     * @param sign how the exchange signs the fee of a fill
     */
    public Aggregate over(
            Archive archive, ArchiveIndex index, Sweeper sweeper, ObjectMapper json, CommissionSign sign) {
        Registry registry = new Registry(clients, settings);
        Reports reports = new Reports(clients, settings);
        WorkQueue collect = WorkQueue.of(clients, settings, DailyPlan.KIND);
        return new Aggregate(
                archive,
                new Runs(clients, settings, clock),
                sweeper,
                new Worker(clients, settings, clock),
                new FoldStep(
                        new ArchivedPositions(
                                new Stock(archive, index, new ArchivePacks(clients, settings)),
                                registry,
                                json,
                                sign,
                                ArchivedPositions.Most.USUAL),
                        new EntryTable(clients, settings, clock),
                        new Doubts(
                                new ResyncTable(clients, settings), request -> collect.send(request.body()), registry),
                        reports,
                        clock),
                new ReportStep(reports),
                clock);
    }
}
