package recon.local.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import recon.local.Recon;
import recon.local.clock.VirtualClock;
import recon.local.demo.DemoFolder;
import recon.local.demo.DemoOptions;
import recon.local.demo.World;
import recon.local.statement.TruthStatement;
import recon.simulator.Simulator;
import recon.storage.registry.ReconciliationError;

/** The folder of a demo that was broken, looked into with the commands that look into real books. */
@Execution(ExecutionMode.SAME_THREAD)
class DemoBooksTest {
    private static final int DAYS = 2;
    private static final Instant FIRST =
            DemoOptions.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    @TempDir
    private static Path folder;

    private static Path out;

    private final StringWriter printed = new StringWriter();

    /** The key of the sub-account is revoked at noon of the second day. */
    @BeforeAll
    static void breakADemo() {
        out = folder.resolve("out");
        StringWriter printed = new StringWriter();
        int code = Recon.commandLine()
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(
                        "demo",
                        "--out=" + out,
                        "--days=" + DAYS,
                        "--accounts=2",
                        "--symbols=4",
                        "--trades=8",
                        "--break=revoked_key",
                        "--no-wallets",
                        "--no-stream");
        assertThat(code).as(printed.toString()).isEqualTo(3);
    }

    private int recon(String... arguments) {
        PrintWriter writer = new PrintWriter(printed);
        printed.getBuffer().setLength(0);
        return Recon.commandLine().setOut(writer).setErr(writer).execute(arguments);
    }

    private static List<ReconciliationError> errors() {
        try (OpenedBooks books = OpenedBooks.of(KeptBooks.of(Optional.empty(), Optional.of(out)))) {
            return books.accounts().stream()
                    .flatMap(account -> books.registry().errors(account.id()).stream())
                    .filter(ReconciliationError::needsManualReview)
                    .toList();
        }
    }

    @Test
    void errorsAreListed_andSettledInTheTimeOfTheDemo() {
        List<ReconciliationError> open = errors();
        assertThat(open).isNotEmpty().extracting(ReconciliationError::errorType).containsOnly("API_KEY_INVALID");

        assertThat(recon("errors", "--out=" + out)).isEqualTo(3);
        assertThat(printed.toString())
                .contains("API_KEY_INVALID", open.getFirst().id());
        assertThat(recon("errors", "--resolved", "--out=" + out)).isEqualTo(3);
        assertThat(printed.toString()).contains("Nothing was settled.");

        for (ReconciliationError error : open) {
            assertThat(recon(
                            "errors",
                            "resolve",
                            "--out=" + out,
                            "--account=" + error.accountId(),
                            "--id=" + error.id(),
                            "--notes=a new key"))
                    .as(printed.toString())
                    .isZero();
        }
        assertThat(recon("errors", "--out=" + out)).as(printed.toString()).isZero();
        assertThat(errors())
                .hasSameSizeAs(open)
                .allSatisfy(error -> assertThat(error.resolvedAt().orElseThrow())
                        .as("the demo ends in the night after its last midnight")
                        .isBetween("2026-01-04T00:00:00Z", "2026-01-05T00:00:00Z"));
    }

    @Test
    void annotation_isWrittenInTheTimeOfTheDemo() throws IOException {
        String main;
        try (OpenedBooks books = OpenedBooks.of(KeptBooks.of(Optional.empty(), Optional.of(out)))) {
            assertThat(books.accounts()).hasSize(2);
            main = books.accounts().getFirst().id();
        }
        Instant before = DemoFolder.time(out);
        String trade = main + "_BTCUSDT_BOTH_17_18";

        assertThat(recon("annotate", "--out=" + out, "--trade=" + trade, "--notes=too early"))
                .as(printed.toString())
                .isZero();
        assertThat(recon("annotate", "--out=" + out, "--trade=1_BTCUSDT_BOTH_17_18", "--notes=x"))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("no account of these books is called 1");
        assertThat(DemoFolder.time(out))
                .as("nobody moves a demo's time but the demo")
                .isEqualTo(before);
    }

    /** What the exchange knows of the first day, before anything was broken. */
    @Test
    void statementOfTheExchange_isComparedWithTheBooks() throws IOException {
        Path file = folder.resolve("statement.csv");
        List<String> statement = statement();
        String[] command = {
            "verify",
            "--out=" + out,
            "--statement=" + Files.write(file, statement),
            "--from=" + DemoOptions.FIRST_DAY,
            "--to=" + DemoOptions.FIRST_DAY
        };
        assertThat(statement).hasSizeGreaterThan(10);
        assertThat(recon(command)).as(printed.toString()).isZero();

        statement.remove(statement.size() / 2);
        Files.write(file, statement);
        assertThat(recon(command)).isEqualTo(3);
        assertThat(printed.toString()).contains(" only in the books:");
    }

    /** The world of the demo once more, as far as its first day. */
    private static List<String> statement() {
        DemoOptions options = new DemoOptions(DAYS, 2, 7, Optional.of("revoked_key"), out, Integer.MAX_VALUE, 4, 8);
        Instant end = FIRST.plus(Duration.ofDays(1));
        try (VirtualClock clock = VirtualClock.open(folder.resolve("clock"), end.plus(Duration.ofDays(1)));
                Simulator exchange = Simulator.start(World.settings(options), clock, folder.resolve("exchange"))) {
            return new ArrayList<>(TruthStatement.lines(exchange, FIRST, end));
        }
    }
}
