package recon.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import recon.local.Recon;
import recon.local.demo.DemoWorld;
import recon.local.statement.TruthStatement;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;

/** The command as a person runs it, day after day, against an exchange behind a socket. */
@Execution(ExecutionMode.CONCURRENT)
class LiveRunTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 1;

    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();

    @Test
    void booksAreThoseOfTheDemo_whenRunDayByDayAgainstTheSameExchange() throws Exception {
        DemoWorld demo = DemoWorld.run(folder.resolve("demo"), DAYS);

        Path books = folder.resolve("books");
        TickingTime time = new TickingTime(FIRST.atTime(0, 2).toInstant(ZoneOffset.UTC));
        try (Simulator exchange = Simulator.start(demo.world(), time, folder.resolve("exchange"))) {
            Path config = configure(exchange, demo.ledger(exchange));
            for (LocalDate day = FIRST.minusDays(1); day.isBefore(FIRST.plusDays(DAYS + 1)); day = day.plusDays(1)) {
                time.moveTo(day.plusDays(1).atTime(LocalTime.of(0, 2)).toInstant(ZoneOffset.UTC));
                int code = recon("run", "--config=" + config, "--date=" + day, "--out=" + books);
                assertThat(code).as(printed.toString()).isZero();
            }
            assertThat(recon("run", "--config=" + config, "--date=" + FIRST.plusDays(DAYS + 2), "--out=" + books))
                    .as("a day that has not ended")
                    .isEqualTo(2);
            assertThat(recon("errors", "--config=" + config, "resolve", "--out=" + books, "--id=x", "--notes=y"))
                    .as("nothing went wrong, so there is nothing to settle")
                    .isEqualTo(2);
            assertThat(printed.toString()).contains("no error has the id x: 'recon errors' lists them");
            verify(exchange, config, books);
        }

        assertThat(demo.reports(books)).containsAllEntriesOf(demo.reports());
    }

    /** The statement that the exchange would give agrees with the books, until a row is taken away. */
    private void verify(Simulator exchange, Path config, Path books) throws IOException {
        List<String> statement = new ArrayList<>(TruthStatement.lines(
                exchange,
                FIRST.atStartOfDay(ZoneOffset.UTC).toInstant(),
                FIRST.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant()));
        Path file = folder.resolve("statement.csv");
        String[] command = {
            "verify",
            "--config=" + config,
            "--out=" + books,
            "--statement=" + Files.write(file, statement),
            "--from=" + FIRST,
            "--to=" + FIRST.plusDays(DAYS - 1)
        };
        assertThat(recon(command)).as(printed.toString()).isZero();

        String taken = statement.remove(statement.size() / 2);
        statement.add(taken.replace("Spot,Transaction Related", "Card,Gift of Tomorrow"));
        Files.write(file, statement);
        printed.getBuffer().setLength(0);
        assertThat(recon(command)).isEqualTo(3);
        assertThat(printed.toString())
                .contains("Operations we have not met: 'Gift of Tomorrow' (1 row).")
                .contains("Wallets that are not collected: 'Card' (1 row).")
                .contains("1 only in the statement:")
                .contains(" only in the books:");
    }

    /** As a person would write it; one key is in a file of its own, the other beside it. */
    private Path configure(Simulator exchange, String ledger) throws IOException {
        StringBuilder yaml = new StringBuilder(
                "exchange:\n  spot: %1$s\n  futures: %1$s\n%2$s\naccounts:\n".formatted(exchange.baseUri(), ledger));
        List<SimulatedAccount> accounts = exchange.accounts();
        for (SimulatedAccount account : accounts) {
            Path key = folder.resolve(account.uid() + ".json");
            Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    key, "{\"apiKey\": \"%s\", \"secret\": \"%s\"}".formatted(account.apiKey(), account.apiSecret()));
            yaml.append("  - uid: %s%n    email: %s%n    main: %s%n    credentials: file:%s.json%n"
                    .formatted(account.uid(), account.email(), account.main(), account.uid()));
        }
        return Files.writeString(folder.resolve("accounts.yaml"), yaml);
    }

    private int recon(String... arguments) {
        PrintWriter writer = new PrintWriter(printed);
        return Recon.commandLine().setOut(writer).setErr(writer).execute(arguments);
    }
}
