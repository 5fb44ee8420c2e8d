package recon.cloud;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import recon.accounts.Configuration;
import recon.accounts.ConfiguredAccount;
import recon.binance.client.Hosts;
import recon.cloud.bridge.RabbitMq;
import recon.cloud.function.FunctionSpec;
import recon.cloud.stream.StreamChoice;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.storage.secret.CredentialReference;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** All stacks that the tests look at, synthesised once, with the checks of cdk-nag: the CDK takes its time to start. */
final class Synthesis {
    static final ObjectMapper JSON = new ObjectMapper();
    static final Path ROOT = Path.of(System.getProperty("recon.root"));

    /** Two accounts and their stream, no fixed address, no broker. */
    final Stack usual;
    /** The same behind a fixed address, with a broker. */
    final Stack nat;
    /** The usual without the stream. */
    final Stack quiet;
    /** No account. */
    final Stack empty;

    private final Path output;
    private final Template usualTemplate;
    private final Template natTemplate;

    private Synthesis() throws IOException {
        Path folder = Files.createDirectories(ROOT.resolve("infrastructure/cloud/target/synthesis"));
        output = folder.resolve("cdk.out");
        App app = App.Builder.create()
                .outdir(output.toString())
                .context(context())
                .build();
        Path functions = functions(folder);
        Optional<StreamChoice> stream = Optional.of(new StreamChoice(Optional.empty(), Optional.empty()));
        RabbitMq rabbit = RabbitMq.of("amqps://broker.example.com", "binance/broker");
        usual = new ReconStack(
                app, "usual", new Installation("recon", accounts(), false, stream, Optional.empty(), functions));
        nat = new ReconStack(
                app, "nat", new Installation("recon-nat", accounts(), true, stream, Optional.of(rabbit), functions));
        quiet = new ReconStack(
                app,
                "quiet",
                new Installation("recon-quiet", accounts(), false, Optional.empty(), Optional.empty(), functions));
        empty = new ReconStack(
                app,
                "empty",
                new Installation(
                        "recon-empty", Configuration.none(folder), false, stream, Optional.empty(), functions));
        check(app);
        usualTemplate = Template.fromStack(usual);
        natTemplate = Template.fromStack(nat);
    }

    /** Skips the test where there is no Node.js. */
    static Synthesis get() {
        assumeTrue(nodeIsThere(), "skipped: the CDK runs in Node.js, and there is no node on the PATH");
        return Holder.ONLY;
    }

    Template template() {
        return usualTemplate;
    }

    Template natTemplate() {
        return natTemplate;
    }

    /** The template with the usual accounts, as CloudFormation would get it. */
    Resources resources() {
        return new Resources(JSON.valueToTree(usualTemplate.toJSON()));
    }

    /** The template without the stream. */
    Resources quietResources() {
        return new Resources(JSON.valueToTree(Template.fromStack(quiet).toJSON()));
    }

    /** The template of nobody's books. */
    Resources emptyResources() {
        return new Resources(JSON.valueToTree(Template.fromStack(empty).toJSON()));
    }

    Resources natResources() {
        return new Resources(JSON.valueToTree(natTemplate.toJSON()));
    }

    /** The checks of cdk-nag. */
    static void check(App app) {
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reports(false).build());
        Aspects.of(app).add(ServerlessChecks.Builder.create().reports(false).build());
    }

    /** What the CDK and the checkers noted while synthesising a stack, by the path of what it is about. */
    JsonNode metadata(Stack stack) {
        return json(output.resolve(stack.getArtifactId() + ".metadata.json"));
    }

    /** A sample payload of {@code events/}. */
    static JsonNode sample(String file) {
        return json(ROOT.resolve("events").resolve(file));
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Configuration accounts() {
        return new Configuration(
                Path.of("accounts.yaml"),
                Hosts.PRODUCTION,
                Optional.empty(),
                OptionalInt.empty(),
                Settlement.USUAL,
                LedgerSettings.from(name -> Optional.of("GROSS").filter(gross -> name.endsWith("withdrawal-amount"))),
                List.of(
                        new ConfiguredAccount(
                                "accounts[0]",
                                new Account("350123456", "main@example.com"),
                                true,
                                new CredentialReference.SecretsManager("binance/main")),
                        new ConfiguredAccount(
                                "accounts[1]",
                                new Account("350123457", "sub1@example.com"),
                                false,
                                new CredentialReference.SecretsManager("binance/sub1"))));
    }

    /** The same behaviour of the CDK as the command line asks for. */
    private static Map<String, Object> context() {
        Map<String, Object> context = JSON.convertValue(
                json(ROOT.resolve("infrastructure/cloud/cdk.json")).get("context"), new TypeReference<>() {});
        // Findings are for the tests to look at, not an end to the synthesis.
        context.put("@aws-cdk/core:annotationsInValidationReport", false);
        return context;
    }

    /** The real packages if they are built, else something in their place. */
    private static Path functions(Path folder) throws IOException {
        Path built = ROOT.resolve("functions");
        List<String> kinds = Stream.concat(FunctionSpec.ALWAYS.stream(), Stream.of(FunctionSpec.BRIDGE))
                .map(FunctionSpec::kind)
                .toList();
        boolean all = kinds.stream()
                .allMatch(kind -> Files.isRegularFile(built.resolve(kind).resolve("target/function.zip")));
        if (all) {
            return built;
        }
        for (String kind : kinds) {
            Path target = Files.createDirectories(folder.resolve(kind).resolve("target"));
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target.resolve("function.zip")))) {
                zip.putNextEntry(new ZipEntry("placeholder-" + kind));
            }
        }
        Path dockerfiles = Files.createDirectories(folder.resolve("stream/src/main/docker"));
        Files.writeString(dockerfiles.resolve("Dockerfile.jvm"), "FROM scratch");
        return folder;
    }

    private static boolean nodeIsThere() {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .flatMap(folder -> Stream.of("node", "node.exe").map(name -> Path.of(folder, name)))
                .anyMatch(Files::isExecutable);
    }

    /** Made when it is first asked for. */
    private static final class Holder {
        static final Synthesis ONLY = make();

        private static Synthesis make() {
            try {
                return new Synthesis();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
