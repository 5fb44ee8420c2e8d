package recon.cloud.network;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** What both networks have. */
final class Outlet {
    private static final int HTTPS = 443;

    private Outlet() {}

    /** The short way to DynamoDB and S3, which is free, and a log of what was refused. */
    static void equip(Construct scope, Vpc vpc) {
        endpoint(vpc, "DynamoDb", GatewayVpcEndpointAwsService.DYNAMODB);
        endpoint(vpc, "S3", GatewayVpcEndpointAwsService.S3);
        vpc.addFlowLog(
                "Refused",
                FlowLogOptions.builder()
                        .trafficType(FlowLogTrafficType.REJECT)
                        .destination(FlowLogDestination.toCloudWatchLogs(LogGroup.Builder.create(scope, "RefusedLog")
                                .retention(RetentionDays.ONE_MONTH)
                                .removalPolicy(RemovalPolicy.DESTROY)
                                .build()))
                        .build());
    }

    /** HTTPS out, and one more port where it is not that; nothing in. */
    static SecurityGroup group(Construct scope, String id, Vpc vpc, int port) {
        SecurityGroup group = SecurityGroup.Builder.create(scope, id)
                .vpc(vpc)
                .description("HTTPS out, nothing in")
                .allowAllOutbound(false)
                .build();
        group.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "the exchange and AWS");
        if (port != HTTPS) {
            group.addEgressRule(Peer.anyIpv4(), Port.tcp(port), "where it was told to go");
        }
        return group;
    }

    private static void endpoint(Vpc vpc, String id, GatewayVpcEndpointAwsService service) {
        vpc.addGatewayEndpoint(
                id, GatewayVpcEndpointOptions.builder().service(service).build());
    }
}
