package recon.cloud.nag;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.constructs.Construct;

/** Says why a rule of cdk-nag does not fit a resource; it stands in the template beside the resource. */
public final class Reason {
    private Reason() {}

    /**
     * The rule does not fit this resource, nor what belongs to it.
     *
     * @param rule for instance {@code AwsSolutions-S1}
     * @param why a sentence
     */
    public static void against(Construct resource, String rule, String why) {
        NagSuppressions.addResourceSuppressions(
                resource,
                List.of(NagPackSuppression.builder().id(rule).reason(why).build()),
                true);
    }

    /**
     * As {@link #against}, for some findings of the rule only.
     *
     * @param findings a regular expression for them as cdk-nag names them, for instance {@code ^Resource::[*]$}
     */
    public static void against(Construct resource, String rule, String findings, String why) {
        NagSuppressions.addResourceSuppressions(
                resource,
                List.of(NagPackSuppression.builder()
                        .id(rule)
                        .appliesTo(List.of(RegexAppliesTo.builder()
                                .regex("/" + findings + "/")
                                .build()))
                        .reason(why)
                        .build()),
                true);
    }
}
