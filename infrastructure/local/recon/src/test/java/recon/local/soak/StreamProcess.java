package recon.local.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged task {@code stream} as a process of its own, started as its image does, with a spool of its own. */
final class StreamProcess implements AutoCloseable {
    private static final Path PACKAGE = Path.of(
            System.getProperty("recon.root"), "functions", "stream", "target", "quarkus-app", "quarkus-run.jar");
    /** As in the image, and the quick compiler alone: a process lives for seconds here. */
    private static final List<String> OPTIONS = List.of(
            "-Xmx128m",
            "-Xmn28m",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=32m",
            "-XX:MetaspaceSize=64m",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1");

    /** What it has learnt is written when it ends, which takes its time on a busy machine. */
    private static final long ENDED_WITHIN_SECONDS = 150;

    private final String task;
    private final Path cache;
    private final Path folder;
    private final Map<String, String> environment;
    private Process process;

    /**
     * Starts it.
     *
     * @param cache what the first that ended in good order has left, or is to leave
     * @param environment its settings, but for its own name and place
     */
    StreamProcess(String task, Path folder, Path cache, Map<String, String> environment) {
        this.task = task;
        this.cache = cache;
        this.folder = folder.resolve(task);
        this.environment = environment;
        start();
    }

    String task() {
        return task;
    }

    /** Starts it again. */
    void start() {
        assertThat(PACKAGE).as("build the packages first (./recon test does)").isRegularFile();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add((Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache);
        command.addAll(List.of("-jar", PACKAGE.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("RECON_STREAM_TASK", task);
        builder.environment()
                .put("RECON_STREAM_SPOOL_FOLDER", folder.resolve("spool").toString());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        try {
            Files.createDirectories(folder);
            Process started = builder.start();
            process = started;
            // Who is interrupted leaves nobody behind.
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without warning: SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As a container is ended: SIGTERM, and some time. */
    void end() {
        process.destroy();
    }

    void awaitEnd() throws InterruptedException, IOException {
        assertThat(process.waitFor(ENDED_WITHIN_SECONDS, TimeUnit.SECONDS))
                .as("%s has ended: %s", task, output())
                .isTrue();
    }

    /** Fails if it has ended by itself. */
    void assertAlive() throws IOException {
        assertThat(process.isAlive()).as("%s lives: %s", task, output()).isTrue();
    }

    /** Whether any report is on its disk. */
    boolean hasSpooled() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("spool"))) {
            return files.anyMatch(
                    file -> file.toString().endsWith(".spool") && file.toFile().length() > 0);
        }
    }

    String output() throws IOException {
        return Files.readString(log());
    }

    private Path log() {
        return folder.resolve("output.txt");
    }

    @Override
    public void close() {
        kill();
    }
}
