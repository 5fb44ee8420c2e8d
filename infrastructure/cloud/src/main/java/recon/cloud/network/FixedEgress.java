package recon.cloud.network;

import java.util.List;
import java.util.Map;
import recon.cloud.nag.Reason;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnEIP;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.NatGatewayProps;
import software.amazon.awscdk.services.ec2.NatProvider;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * A network whose only way out is one NAT gateway, so that all requests come from one address that an API key can be
 * bound to. It costs by the hour, used or not.
 */
public final class FixedEgress extends Construct {
    private static final List<String> INTERFACES = List.of(
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses");

    private final Vpc vpc;
    private final SecurityGroup group;
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
        // Free of charge, and most of the traffic does not pass the gateway, which charges by the byte.
        endpoint("DynamoDb", GatewayVpcEndpointAwsService.DYNAMODB);
        endpoint("S3", GatewayVpcEndpointAwsService.S3);
        vpc.addFlowLog(
                "Refused",
                FlowLogOptions.builder()
                        .trafficType(FlowLogTrafficType.REJECT)
                        .destination(FlowLogDestination.toCloudWatchLogs(LogGroup.Builder.create(this, "RefusedLog")
                                .retention(RetentionDays.ONE_MONTH)
                                .removalPolicy(RemovalPolicy.DESTROY)
                                .build()))
                        .build());
        this.group = SecurityGroup.Builder.create(this, "Outbound")
                .vpc(vpc)
                .description("HTTPS out, nothing in")
                .allowAllOutbound(false)
                .build();
        group.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "the exchange and AWS");
    }

    /** The address that requests come from. */
    public String address() {
        return address.getAttrPublicIp();
    }

    /** Lets a function run in this network. */
    public void carry(Function.Builder function, Role role, String functionName) {
        function.vpc(vpc)
                .vpcSubnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .build())
                .securityGroups(List.of(group));
        role.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .sid("Network")
                .effect(Effect.ALLOW)
                .actions(INTERFACES)
                .resources(List.of("*"))
                .build());
        // Lambda needs them to attach the function, the function's own code does not.
        role.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .sid("NotByTheFunction")
                .effect(Effect.DENY)
                .actions(INTERFACES)
                .resources(List.of("*"))
                .conditions(Map.of(
                        "ArnEquals",
                        Map.of(
                                "lambda:SourceFunctionArn",
                                Stack.of(this)
                                        .formatArn(ArnComponents.builder()
                                                .service("lambda")
                                                .resource("function")
                                                .resourceName(functionName)
                                                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                                                .build()))))
                .build());
        Reason.against(
                role,
                "AwsSolutions-IAM5",
                "^Resource::[*]$",
                "AWS cannot bind the right to make network interfaces to those that are not made yet; the function's own"
                        + " code is denied it.");
    }

    private void endpoint(String id, GatewayVpcEndpointAwsService service) {
        vpc.addGatewayEndpoint(
                id, GatewayVpcEndpointOptions.builder().service(service).build());
    }
}
