package recon.local.function;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The package of a function, unpacked and run by Amazon's own runtime client, as the managed Java runtime does. */
public final class PackagedFunction implements AutoCloseable {
    private final Process process;
    private final Path output;

    private PackagedFunction(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it.
     *
     * @param folder where it is unpacked; where it was started before, the same is started again
     */
    public static PackagedFunction start(
            String name, Path folder, RuntimeInterface runtime, Map<String, String> environment) throws Exception {
        Path unpacked = folder.resolve(name);
        if (!Files.isDirectory(unpacked)) {
            unpack(zip(name), unpacked);
        }
        Path output = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        unpacked + ":" + unpacked.resolve("lib") + "/*:" + jarOf(AWSLambda.class) + ":"
                                + jarOf(PojoSerializer.class),
                        AWSLambda.class.getName(),
                        "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtime.address());
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "recon-" + name);
        builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        builder.environment().put("LAMBDA_TASK_ROOT", unpacked.toString());
        builder.environment().put("_HANDLER", "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");
        builder.environment().putAll(environment);
        return new PackagedFunction(builder.start(), output);
    }

    /** The package, as it is deployed. */
    static Path zip(String name) {
        Path zip = Path.of(System.getProperty("recon.root"), "functions", name, "target", "function.zip");
        if (!Files.isRegularFile(zip)) {
            throw new AssertionError(zip + " is missing: build the packages first (./recon test does)");
        }
        return zip;
    }

    /** What it has printed. */
    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Kills it. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void unpack(Path zip, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path path = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(entries, path);
                }
            }
        }
    }
}
