package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

/** The rules of cdk-nag (AWS Solutions and Serverless), and what the CDK itself has to say. */
class ChecksTest {
    private final Synthesis synthesis = Synthesis.get();

    @Test
    void checkersFindNothing() {
        assertThat(findings(synthesis.usual)).isEmpty();
        assertThat(findings(synthesis.nat)).isEmpty();
        assertThat(findings(synthesis.quiet)).isEmpty();
    }

    @Test
    void checkersFindWhatIsThere(@TempDir Path folder) {
        App app = App.Builder.create().outdir(folder.toString()).build();
        Bucket.Builder.create(new Stack(app, "careless"), "Open").build();
        Synthesis.check(app);
        app.synth();
        assertThat(folder.resolve("careless.metadata.json")).content().contains("AwsSolutions-S10");
    }

    @Test
    void suppressionSaysWhy() {
        List<String> reasons = new ArrayList<>();
        for (Resources resources : List.of(synthesis.resources(), synthesis.natResources())) {
            for (JsonNode rules : resources.template().findValues("rules_to_suppress")) {
                rules.forEach(rule -> reasons.add(rule.get("reason").asText()));
            }
        }
        assertThat(reasons)
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(40).endsWith("."));
    }

    @Test
    void noAccounts_isSaid() {
        assertThat(findings(synthesis.empty)).singleElement().asString().contains("No accounts");
    }

    private List<String> findings(Stack stack) {
        List<String> findings = new ArrayList<>();
        synthesis
                .metadata(stack)
                .properties()
                .forEach(at -> at.getValue().forEach(entry -> {
                    String type = entry.get("type").asText();
                    if (type.equals("aws:cdk:error") || type.equals("aws:cdk:warning")) {
                        findings.add(at.getKey() + ": " + entry.get("data").asText());
                    }
                }));
        return findings;
    }
}
