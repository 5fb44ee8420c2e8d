package recon.cloud.network;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import recon.cloud.nag.Reason;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Function;

/**
 * A way out of a network for something that runs in it.
 *
 * @param vpc the network
 * @param type of the subnets it runs in, in two zones
 * @param group what it may reach; nothing reaches it
 */
public record Way(Vpc vpc, SubnetType type, SecurityGroup group) {
    private static final List<String> INTERFACES = List.of(
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses");

    public Way {
        requireNonNull(vpc, "vpc is null");
        requireNonNull(type, "type is null");
        requireNonNull(group, "group is null");
    }

    /** The subnets. */
    public SubnetSelection subnets() {
        return SubnetSelection.builder().subnetType(type).build();
    }

    /** Whether what runs there needs an address of its own to get out. */
    public boolean ownAddress() {
        return type == SubnetType.PUBLIC;
    }

    /** Lets a function run in this network. */
    public void carry(Function.Builder function, Role role, String functionName) {
        function.vpc(vpc).vpcSubnets(subnets()).securityGroups(List.of(group));
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
                                Stack.of(vpc)
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
}
