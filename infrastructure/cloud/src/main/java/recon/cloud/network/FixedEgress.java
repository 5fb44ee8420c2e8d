package recon.cloud.network;

import java.util.List;
import software.amazon.awscdk.services.ec2.CfnEIP;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.NatGatewayProps;
import software.amazon.awscdk.services.ec2.NatProvider;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/**
 * A network whose only way out is one NAT gateway, so that all requests come from one address that an API key can be
 * bound to. It costs by the hour, used or not.
 */
public final class FixedEgress extends Construct {
    private final Vpc vpc;
    private final CfnEIP address;

    public FixedEgress(Construct scope) {
        super(scope, "FixedEgress");
        this.address = CfnEIP.Builder.create(this, "Address").domain("vpc").build();
        this.vpc = Vpc.Builder.create(this, "Network")
                .ipAddresses(IpAddresses.cidr("10.73.0.0/24"))
                .maxAzs(2)
                .natGateways(1)
                .natGatewayProvider(NatProvider.gateway(NatGatewayProps.builder()
                        .eipAllocationIds(List.of(address.getAttrAllocationId()))
                        .build()))
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(List.of(
                        SubnetConfiguration.builder()
                                .name("gateway")
                                .subnetType(SubnetType.PUBLIC)
                                .mapPublicIpOnLaunch(false)
                                .build(),
                        SubnetConfiguration.builder()
                                .name("functions")
                                .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                                .build()))
                .build();
        // Most of the traffic does not pass the gateway, which charges by the byte.
        Outlet.equip(this, vpc);
    }

    /** The address that requests come from. */
    public String address() {
        return address.getAttrPublicIp();
    }

    /**
     * A way out for one that runs here.
     *
     * @param id names it
     * @param port that it needs besides that of HTTPS, or that again
     */
    public Way way(String id, int port) {
        return new Way(vpc, SubnetType.PRIVATE_WITH_EGRESS, Outlet.group(this, id, vpc, port));
    }
}
