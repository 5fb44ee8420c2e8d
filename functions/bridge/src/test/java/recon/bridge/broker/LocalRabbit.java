package recon.bridge.broker;

import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's RabbitMQ on ports of its own, on the loopback address, with a folder of its own. Where it is missing it is
 * installed if that is possible; where it is not, the tests are skipped and say why.
 */
final class LocalRabbit implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
    private static final Path CONTROL = Path.of("/usr/lib/rabbitmq/bin/rabbitmqctl");
    private static final int ROUNDS = 240;
    private static final long ROUND_MILLIS = 250;

    private final Path folder;
    private final int port;
    private final Map<String, String> environment;
    private Process server;

    private LocalRabbit(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.environment = Map.of(
                "HOME", folder.toString(),
                "ERL_EPMD_PORT", Integer.toString(freePort()),
                "RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1",
                "RABBITMQ_NODE_PORT", Integer.toString(port),
                "RABBITMQ_DIST_PORT", Integer.toString(freePort()),
                "ERL_EPMD_ADDRESS", "127.0.0.1",
                "RABBITMQ_NODENAME", "bridge" + port + "@localhost",
                "RABBITMQ_MNESIA_BASE", folder.resolve("data").toString(),
                "RABBITMQ_LOG_BASE", folder.resolve("log").toString(),
                "RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("plugins").toString());
        this.server = launch();
    }

    /** A running broker; without one the test is skipped. */
    static LocalRabbit start(Path folder) throws Exception {
        if (!Files.isExecutable(SERVER)) {
            install(folder);
        }
        Assumptions.assumeTrue(
                Files.isExecutable(SERVER),
                "skipped: there is no RabbitMQ at " + SERVER + " and it cannot be installed");
        Files.createDirectories(folder);
        LocalRabbit rabbit = new LocalRabbit(folder);
        rabbit.awaitReady();
        return rabbit;
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return;
        }
        Files.createDirectories(folder);
        ProcessBuilder apt = new ProcessBuilder(
                        "/usr/bin/apt-get", "install", "-y", "--no-install-recommends", "rabbitmq-server")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("install.log").toFile());
        apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process installing = apt.start();
        if (!installing.waitFor(3, TimeUnit.MINUTES)) {
            installing.destroy();
        }
    }

    BrokerAddress address() {
        return new BrokerAddress(URI.create("amqp://127.0.0.1:" + port), "guest", "guest");
    }

    Connection connect() throws IOException, TimeoutException {
        return address().factory().newConnection("test");
    }

    /** Runs {@code rabbitmqctl}. */
    void control(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(CONTROL.toString(), "-n", "bridge" + port + "@localhost"));
        command.addAll(List.of(arguments));
        Process process = process(command, "control.log");
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + ": " + Files.readString(folder.resolve("control.log")));
        }
    }

    void stop() {
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        server.destroy();
        if (server.onExit()
                .completeOnTimeout(server, 20, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            server.destroyForcibly();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    void startAgain() throws Exception {
        server = launch();
        awaitReady();
    }

    private Process launch() throws IOException {
        return process(List.of(SERVER.toString()), "server.log");
    }

    private Process process(List<String> command, String log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** There is nothing to be told by: it is asked until it answers. */
    private void awaitReady() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (Connection ready = connect()) {
                if (ready.isOpen()) {
                    return;
                }
            } catch (IOException | TimeoutException e) {
                if (server.waitFor(ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        close();
        throw new IllegalStateException("RabbitMQ did not start within " + Duration.ofMillis(ROUNDS * ROUND_MILLIS)
                + ": " + Files.readString(folder.resolve("server.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The port mapper of Erlang outlives the broker that started it. */
    @Override
    public void close() {
        stop();
        try {
            process(List.of("epmd", "-kill"), "epmd.log")
                    .onExit()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
