package recon.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReconTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int recon(String... arguments) {
        CommandLine command = Recon.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate | frobnicate",
                "demo --colour red | --colour",
                "demo --days none | --days",
                "demo --days 0 | --days is 0: give 1 to 366",
                "demo --accounts 1001 | --accounts is 1001: give 1 to 1000",
                "demo --symbols 3 | --symbols is 3: give 4 to 1000",
                "demo --settle-days 8 | settle-days is 8: give after how many days a day is closed for good, 1 to 7",
                "demo --break airdrop --days 1 | --break happens on day 2: give --days 2 or more",
                "stream | --config",
                "stream --simulated --config accounts.yaml | expected only one match",
                "stream --simulated --rate -1 | --rate is -1: give 0 to 100000",
                "stream --simulated --for soon | is no span of time: write 30s, 5m, 2h or PT30S",
                "stream --simulated --for 0s | is no span of time",
                "stream --simulated --endpoint wss://example.com/ws | --endpoint is for a real exchange",
                "stream --simulated --out . | --out . exists",
                "stream --config no-such.yaml | no-such.yaml",
                "run | --config",
                "errors --out no-such-folder | --out no-such-folder is no demo's folder: for real books give --config too",
                "errors resolve --config no-such.yaml --id x --notes= | --notes says what was found and done",
                "errors --config no-such.yaml | no-such.yaml",
                "verify --statement no-such.csv --out no-such-folder | no-such.csv",
                "annotate --trade 1_BTCUSDT_BOTH_1_2 --notes x --out no-such-folder | is no demo's folder",
                "replay --out no-such-folder | --out no-such-folder is no demo's folder: for real books give --config too",
                "replay --config no-such.yaml | no-such.yaml",
                "replay --from 2026-01-02 --to 2026-01-01 | --from 2026-01-02 is after --to 2026-01-01",
                "replay --from yesterday | --from",
                "demo --break everything | --break everything is unknown: give one of airdrop",
            })
    void wrongUse_isOneLineAndExitCodeTwo(String arguments, String named) {
        assertThat(recon(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("recon: ").contains(named));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void missingCommand_isWrongUse() {
        assertThat(recon()).isEqualTo(2);
        assertThat(err.toString()).startsWith("recon: a command is missing");
    }

    @Test
    void help_listsTheCommands() {
        assertThat(recon("help")).isZero();
        assertThat(out.toString()).contains("demo").contains("test");
    }

    @Test
    void folderOfAnotherWorld_isRefusedAndLeftAlone() throws Exception {
        Files.write(
                folder.resolve("demo.txt"),
                java.util.List.of("accounts 3", "seed 8", "break none", "symbols built in"));

        assertThat(recon("demo", "--out", folder.toString(), "--seed", "7")).isEqualTo(2);
        assertThat(err.toString()).contains("was made with accounts 3, seed 8, break none");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
