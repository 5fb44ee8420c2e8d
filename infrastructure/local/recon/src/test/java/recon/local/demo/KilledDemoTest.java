package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The command as a process of its own, killed without warning and started again. */
@Execution(ExecutionMode.CONCURRENT)
class KilledDemoTest {
    private static final int[] KILLED_AFTER_REQUESTS = {15, 60};

    @TempDir
    private Path folder;

    @Test
    void sameBooks_whenKilledAndStartedAgain() throws Exception {
        Path out = folder.resolve("killed");
        for (int requests : KILLED_AFTER_REQUESTS) {
            Process demo = start(out);
            awaitRequests(demo, out, requests);
            assertThat(demo.descendants()).as("child processes").isEmpty();
            demo.destroyForcibly().waitFor();
        }
        Process last = start(out);
        assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue()).as(Files.readString(log(out))).isZero();

        assertThat(Reported.files(out)).isEqualTo(Undisturbed.files());
    }

    private static Process start(Path out) throws IOException {
        DemoOptions world = Undisturbed.demo(out);
        Files.createDirectories(out);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=UTC",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Drecon.root=" + System.getProperty("recon.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "recon.local.Recon",
                        "demo",
                        "--days=" + world.days(),
                        "--accounts=" + world.accounts(),
                        "--seed=" + world.seed(),
                        "--no-stream",
                        "--no-wallets",
                        "--symbols=" + world.symbols(),
                        "--trades=" + world.tradesPerDay(),
                        "--out=" + out)
                .redirectErrorStream(true)
                .redirectOutput(log(out).toFile())
                .start();
    }

    private static Path log(Path out) {
        return out.resolve("output.txt");
    }

    /** Waits until the exchange has seen that many requests, over all runs on the folder. */
    private static void awaitRequests(Process demo, Path out, int requests) throws Exception {
        Path log = out.resolve("state").resolve("exchange").resolve("requests.log");
        while (!Files.exists(log) || lines(log) < requests) {
            assertThat(demo.waitFor(20, TimeUnit.MILLISECONDS))
                    .as(Files.readString(log(out)))
                    .isFalse();
        }
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
