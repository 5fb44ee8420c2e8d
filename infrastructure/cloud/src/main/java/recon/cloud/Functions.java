package recon.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.cloud.bridge.RabbitMq;
import recon.cloud.function.Environment;
import recon.cloud.function.FunctionSpec;
import recon.cloud.function.ReconFunction;
import recon.cloud.network.FixedEgress;
import recon.cloud.network.Way;
import recon.cloud.queue.WorkQueues;
import recon.cloud.right.BookRights;
import recon.cloud.right.ReportRights;
import recon.storage.aws.AwsSettings;
import software.constructs.Construct;

/** The functions of an installation, each at work on its queue. */
final class Functions {
    /** The address pool of Lambda, which nobody else's requests are counted under with us. */
    private static final String SHARED_EGRESS = "lambda";

    private static final String NAT_EGRESS = "nat";
    private static final int HTTPS = 443;

    private final Construct scope;
    private final Installation installation;
    private final AwsSettings settings;
    private final ReconFunction collect;
    private final ReconFunction reconcile;
    private final ReconFunction aggregate;
    private final ReconFunction record;
    private final ReconFunction resync;
    private final Optional<ReconFunction> bridge;

    /** @param egress the network of those that talk to others than AWS; without one, Lambda's own */
    Functions(
            Construct scope,
            Installation installation,
            AwsSettings settings,
            WorkQueues queues,
            Optional<FixedEgress> egress) {
        this.scope = scope;
        this.installation = installation;
        this.settings = settings;
        this.collect = function(
                FunctionSpec.COLLECT,
                Environment.collect(
                        settings, installation.configuration(), egress.isPresent() ? NAT_EGRESS : SHARED_EGRESS),
                egress.map(network -> network.way("Outbound", HTTPS)));
        this.reconcile = function(
                FunctionSpec.RECONCILE,
                Environment.reconcile(settings, installation.configuration()),
                Optional.empty());
        this.aggregate = function(
                FunctionSpec.AGGREGATE,
                Environment.reconcile(settings, installation.configuration()),
                Optional.empty());
        this.record = function(FunctionSpec.RECORD, Environment.record(settings), Optional.empty());
        this.resync = function(
                FunctionSpec.RESYNC, Environment.reconcile(settings, installation.configuration()), Optional.empty());
        this.bridge = installation.bridge().map(rabbit -> bridge(rabbit, egress));
        all().forEach(function -> function.worksOn(queues.queue(function.spec().kind())));
    }

    /** Gives each what it needs. */
    void allow(BookRights books, ReportRights reports) {
        books.collect(collect.role(), installation.secrets());
        books.reconcile(reconcile.role());
        books.aggregate(aggregate.role());
        books.resync(resync.role());
        reports.record(record.role());
        bridge.ifPresent(function -> reports.bridge(
                function.role(), installation.bridge().orElseThrow().secret()));
    }

    ReconFunction collect() {
        return collect;
    }

    List<ReconFunction> all() {
        List<ReconFunction> all = new ArrayList<>(List.of(collect, reconcile, aggregate, record, resync));
        bridge.ifPresent(all::add);
        return List.copyOf(all);
    }

    private ReconFunction bridge(RabbitMq rabbit, Optional<FixedEgress> egress) {
        return function(
                FunctionSpec.BRIDGE,
                Environment.bridge(settings, rabbit),
                egress.map(network -> network.way("Bridge", rabbit.port())));
    }

    private ReconFunction function(FunctionSpec spec, Map<String, String> environment, Optional<Way> way) {
        return new ReconFunction(scope, spec, settings, installation.zip(spec.kind()), environment, way);
    }
}
