package recon.local.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.local.Recon;
import recon.local.live.TickingTime;
import recon.simulator.Activity;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.simulator.Switches;

/** Whatever it says about an exchange must be how that exchange behaves. */
class ProbeTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyAnswerIsHowTheExchangeBehaves(long seed) throws Exception {
        TickingTime clock = new TickingTime(FIRST.plusDays(5).atTime(12, 0).toInstant(ZoneOffset.UTC));
        try (Simulator exchange = Simulator.start(
                SimulatorSettings.of(seed, 2, FIRST)
                        .withSymbols(4)
                        .withTradesPerDay(4)
                        .withActivities(
                                Set.of(Activity.CONVERSIONS, Activity.FUNDING, Activity.MARGIN, Activity.FUTURES)),
                clock,
                folder.resolve("exchange"))) {
            String said = probe(exchange.baseUri().toString(), exchange.accounts());

            Switches switches = exchange.switches();
            assertThat(setting(said, "transfer-ids")).isEqualTo(switches.transferIdsShared() ? "shared" : "distinct");
            assertThat(setting(said, "withdrawal-amount")).isIn("", switches.withdrawalAmountIsNet() ? "net" : "gross");
            assertThat(setting(said, "withdrawal-debit"))
                    .isIn("", switches.withdrawalDebitedAtCompletion() ? "at_completion" : "at_application");
            assertThat(setting(said, "convert-wallet")).isIn("", "spot");
            assertThat(setting(said, "dust-amount")).isIn("", switches.wallets().dustTransferIsNet() ? "net" : "gross");
            assertThat(setting(said, "capital-flow-sign"))
                    .isEqualTo(switches.wallets().capitalFlowSigned() ? "signed" : "absolute");
            assertThat(setting(said, "commission-sign"))
                    .isEqualTo(switches.futures().fillCommissionIsPaid() ? "paid_is_positive" : "paid_is_negative");
            assertThat(said).containsPattern("snapshot of yesterday there yet\\? +yes ");
        }
    }

    private static String setting(String said, String name) {
        Matcher matcher = Pattern.compile("(?m)^  " + name + ": (\\w+)$").matcher(said);
        return matcher.find() ? matcher.group(1) : "";
    }

    private String probe(String address, List<SimulatedAccount> accounts) throws Exception {
        StringBuilder yaml =
                new StringBuilder("exchange: {spot: '" + address + "', futures: '" + address + "'}\naccounts:\n");
        for (SimulatedAccount account : accounts) {
            Path key = Files.writeString(
                    folder.resolve(account.uid() + ".json"),
                    "{\"apiKey\": \"%s\", \"secret\": \"%s\"}".formatted(account.apiKey(), account.apiSecret()));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            yaml.append("  - {uid: %s, email: '%s', main: %s, credentials: 'file:%s.json'}%n"
                    .formatted(account.uid(), account.email(), account.main(), account.uid()));
        }
        Path config = Files.writeString(folder.resolve("accounts.yaml"), yaml);
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        int code = Recon.commandLine().setOut(writer).setErr(writer).execute("probe", "--config=" + config);
        assertThat(code).as(printed.toString()).isZero();
        return printed.toString();
    }
}
