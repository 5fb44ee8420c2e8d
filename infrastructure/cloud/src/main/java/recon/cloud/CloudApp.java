package recon.cloud;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import recon.accounts.ConfigurationError;
import recon.cloud.function.FunctionSpec;
import software.amazon.awscdk.App;

/** The app that the CDK runs, in this module's folder: writes the template and names the packages. */
public final class CloudApp {
    private CloudApp() {}

    /** Synthesises; what is wrong with the configuration is one line, and no stack trace. */
    public static void main(String[] args) {
        try {
            App app = new App();
            Installation installation = Installation.read(
                    name -> Optional.ofNullable(app.getNode().tryGetContext(name))
                            .map(Object::toString),
                    Path.of("").toAbsolutePath());
            for (FunctionSpec spec : installation.specs()) {
                requirePackage(installation.zip(spec.kind()));
            }
            if (installation.stream().filter(choice -> choice.image().isEmpty()).isPresent()) {
                requirePackage(installation.streamFolder().resolve("target/quarkus-app/quarkus-run.jar"));
            }
            new ReconStack(app, "recon", installation);
            app.synth();
        } catch (ConfigurationError | IllegalArgumentException | IllegalStateException e) {
            System.err.println("recon: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void requirePackage(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(file + " is missing: build first, ./mvnw package -DskipTests");
        }
    }
}
