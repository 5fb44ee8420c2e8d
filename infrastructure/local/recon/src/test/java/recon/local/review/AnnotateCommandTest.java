package recon.local.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.Annotations;
import recon.ledger.position.row.PositionSide;
import recon.local.Recon;
import recon.local.books.KeptBooks;
import recon.local.books.OpenedBooks;
import recon.local.live.BooksFolder;

class AnnotateCommandTest {
    private static final String TRADE = "350123456_BTCUSDT_BOTH_17_18";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void make() throws IOException {
        Files.writeString(folder.resolve("accounts.yaml"), """
                accounts:
                  - uid: 350123456
                    email: main@example.com
                    main: true
                    credentials: env:MAIN
                """);
        Files.createDirectories(BooksFolder.stack(folder.resolve("books")));
    }

    private int annotate(String... options) {
        CommandLine command = Recon.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        String[] all = new String[options.length + 5];
        all[0] = "annotate";
        all[1] = "--config";
        all[2] = folder.resolve("accounts.yaml").toString();
        all[3] = "--out";
        all[4] = folder.resolve("books").toString();
        System.arraycopy(options, 0, all, 5, options.length);
        return command.execute(all);
    }

    @Test
    void whatIsWrittenStays_andWhatIsWrongChangesNothing() {
        assertThat(annotate("--trade", TRADE, "--stop-loss", "94000.50", "--notes", "too early", "--tags", "a,b"))
                .as("%s%s", out, err)
                .isZero();
        assertThat(out.toString()).contains("for the 1. time").contains("no such entry now");
        assertThat(annotate("--trade", TRADE, "--ai-confidence", "0.7", "--clear", "notes"))
                .isZero();
        assertThat(annotate("--trade", "350123457_BTCUSDT_BOTH_17_18", "--notes", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no account of these books is called 350123457");
        assertThat(annotate("--trade", "BTCUSDT", "--notes", "x")).isEqualTo(2);
        assertThat(annotate("--trade", TRADE, "--stop-loss", "-1")).isEqualTo(2);

        try (OpenedBooks books = OpenedBooks.of(
                KeptBooks.of(Optional.of(folder.resolve("accounts.yaml")), Optional.of(folder.resolve("books"))))) {
            AnnotationKey key = new AnnotationKey("350123456", "BTCUSDT", PositionSide.BOTH, 17);
            assertThat(books.entries().read("350123456").orphans()).containsExactly(key);
            Annotations written =
                    books.annotations().write(key, before -> before).annotations();
            assertThat(written.manual().stopLoss()).contains(new BigDecimal("94000.5"));
            assertThat(written.manual().tags()).containsExactly("a", "b");
            assertThat(written.manual().notes()).isEmpty();
            assertThat(written.ai().confidence()).contains(new BigDecimal("0.7"));
        }
    }
}
