package recon.cloud.network;

import java.util.List;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/** A network in two zones without a gateway of its own to pay for: what runs in it has an address of its own. */
public final class PublicNetwork extends Construct {
    private final Vpc vpc;

    public PublicNetwork(Construct scope) {
        super(scope, "PublicNetwork");
        this.vpc = Vpc.Builder.create(this, "Network")
                .ipAddresses(IpAddresses.cidr("10.74.0.0/24"))
                .maxAzs(2)
                .natGateways(0)
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("tasks")
                        .subnetType(SubnetType.PUBLIC)
                        .mapPublicIpOnLaunch(false)
                        .build()))
                .build();
        Outlet.equip(this, vpc);
    }

    /**
     * A way out for one that runs here.
     *
     * @param id names it
     * @param port that it needs besides that of HTTPS, or that again
     */
    public Way way(String id, int port) {
        return new Way(vpc, SubnetType.PUBLIC, Outlet.group(this, id, vpc, port));
    }
}
