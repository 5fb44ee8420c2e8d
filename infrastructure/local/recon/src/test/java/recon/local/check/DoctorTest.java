package recon.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.local.Recon;
import recon.local.live.TickingTime;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;

/** What a person is told before anything is done, and by which exit code. */
class DoctorTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @TempDir
    private Path folder;

    private Simulator exchange;
    private SimulatedAccount main;
    private SimulatedAccount sub;

    @BeforeEach
    void start() {
        TickingTime clock = new TickingTime(DAY.atTime(12, 0).toInstant(ZoneOffset.UTC));
        exchange = Simulator.start(
                SimulatorSettings.of(7, 2, DAY).withSymbols(3).withTradesPerDay(2), clock, folder.resolve("exchange"));
        main = exchange.accounts().getFirst();
        sub = exchange.accounts().getLast();
    }

    @AfterEach
    void stop() {
        exchange.close();
    }

    @Test
    void everythingIsInOrder_butAKeyFromAnyAddressIsAWarning() throws IOException {
        exchange.setRight(main.apiKey(), "ipRestrict", false);

        Said said = recon("doctor", configure(exchange.baseUri(), main.uid(), sub.uid()));

        assertThat(said.code()).isZero();
        assertThat(said.text())
                .contains("its key may only read, but from any address: restrict it to yours")
                .containsOnlyOnce("restrict it to yours")
                .contains("accounts[1].uid")
                .contains("is the one its key belongs to")
                .contains("allowed for, but let the machine keep time")
                .doesNotContain(main.apiKey(), main.apiSecret());
    }

    @Test
    void keyWithAnotherRightIsRefused_byTheNameOfTheRight() throws IOException {
        exchange.setRight(sub.apiKey(), "enableWithdrawals", true);

        Said said = recon("doctor", configure(exchange.baseUri(), main.uid(), sub.uid()));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("has the right enableWithdrawals: make a key that may only read");
    }

    @Test
    void runIsRefusedInOneLine_whenAKeyBelongsToAnotherAccount() throws IOException {
        Path config = configure(exchange.baseUri(), main.uid(), "4711");

        Said said = recon("run", config);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text())
                .isEqualToIgnoringNewLines(
                        "recon: " + config + ": accounts[1].uid is 4711 but its key belongs to account " + sub.uid()
                                + ": write uid: " + sub.uid() + ", or give the key of 4711");
        assertNothingTouched();
    }

    @Test
    void runIsRefusedInOneLine_whenOthersCanReadAKey() throws IOException {
        Path config = configure(exchange.baseUri(), main.uid(), sub.uid());
        Files.setPosixFilePermissions(folder.resolve("1.json"), PosixFilePermissions.fromString("rw-r--r--"));

        Said said = recon("run", config);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text().lines())
                .singleElement()
                .asString()
                .contains("accounts[1].credentials: file:1.json can be read or changed by others: chmod 600 ");
        assertNothingTouched();
    }

    @Test
    void runSaysInOneLine_thatTheExchangeIsUnreachable() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        Said said = recon("run", configure(URI.create("http://127.0.0.1:" + nobody), main.uid(), sub.uid()));

        assertThat(said.code()).isEqualTo(4);
        assertThat(said.text().lines())
                .singleElement()
                .asString()
                .startsWith("recon: http://127.0.0.1:" + nobody + " does not answer as the exchange does: ");
        assertNothingTouched();
    }

    @Test
    void unknownKeyIsRefused_byItsPlaceInTheFile() throws IOException {
        Path config = configure(exchange.baseUri(), main.uid(), sub.uid());
        write(folder.resolve("0.json"), "not-a-key-of-the-exchange", "x");

        Said said = recon("doctor", config);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("accounts[0].credentials").contains("is refused by the exchange");
    }

    @Test
    void configIsNeeded() {
        StringWriter printed = new StringWriter();
        int code = Recon.commandLine().setErr(new PrintWriter(printed)).execute("doctor");
        assertThat(code).isEqualTo(2);
        assertThat(printed.toString()).startsWith("recon: ").contains("--config");
    }

    private void assertNothingTouched() {
        assertThat(folder.resolve("books")).doesNotExist();
    }

    private record Said(int code, String text) {}

    private Said recon(String command, Path config) {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        var line = Recon.commandLine().setOut(writer).setErr(writer);
        int code = command.equals("run")
                ? line.execute(command, "--config=" + config, "--out=" + folder.resolve("books"))
                : line.execute(command, "--config=" + config);
        return new Said(code, printed.toString());
    }

    private Path configure(URI address, String mainUid, String subUid) throws IOException {
        write(folder.resolve("0.json"), main.apiKey(), main.apiSecret());
        write(folder.resolve("1.json"), sub.apiKey(), sub.apiSecret());
        return Files.writeString(folder.resolve("accounts.yaml"), """
                exchange:
                  spot: %s
                accounts:
                  - uid: %s
                    email: main@example.com
                    main: true
                    credentials: file:0.json
                  - uid: %s
                    email: sub@example.com
                    credentials: file:1.json
                """.formatted(address, mainUid, subUid));
    }

    private static void write(Path file, String apiKey, String secret) throws IOException {
        Files.writeString(file, "{\"apiKey\": \"%s\", \"secret\": \"%s\"}".formatted(apiKey, secret));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
