package recon.stream.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.stream.notice.Alarm;
import recon.stream.report.Report;
import recon.stream.testing.Stage;

class SpoolFolderTest {
    private static final long LARGE = 1_000_000;

    private final Stage notices = new Stage();

    @TempDir
    private Path folder;

    private SpoolFolder open(long limit) {
        return SpoolFolder.open(folder, limit, notices);
    }

    private static Report report(String body) {
        return new Report("ü1", "t/17", 3, 1_767_312_000_123L, body.getBytes(UTF_8));
    }

    private static List<String> all(Spool spool) {
        List<String> bodies = new ArrayList<>();
        while (spool.hasMore()) {
            spool.take(2).forEach(each -> bodies.add(new String(each.report().body(), UTF_8)));
        }
        return bodies;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void reportIsTheSame_whenItComesBack() {
        try (SpoolFolder spool = open(LARGE)) {
            spool.append(report("{\"测\":1}"));

            Report back = spool.take(10).getFirst().report();

            assertThat(back.account()).isEqualTo("ü1");
            assertThat(back.connection()).isEqualTo("t/17");
            assertThat(back.sequence()).isEqualTo(3);
            assertThat(back.receivedAt()).isEqualTo(1_767_312_000_123L);
            assertThat(new String(back.body(), UTF_8)).isEqualTo("{\"测\":1}");
        }
    }

    @Test
    void whatIsNotDoneComesAgain_inTheNextProcess() {
        try (SpoolFolder spool = open(LARGE)) {
            spool.append(report("a"));
            spool.append(report("b"));
            spool.done(spool.take(1).getFirst().ticket());
            spool.take(1);
        }
        try (SpoolFolder spool = open(LARGE)) {
            assertThat(all(spool)).containsExactly("a", "b");
            spool.append(report("c"));
            assertThat(all(spool)).containsExactly("c");
        }
    }

    @Test
    void nothingIsLeft_onceAllIsDone() throws IOException {
        try (SpoolFolder spool = open(2_000)) {
            for (int i = 0; i < 10; i++) {
                spool.append(report("x".repeat(100)));
            }
            assertThat(files()).hasSizeGreaterThan(3);
            List<Spool.Spooled> taken = spool.take(100);
            while (spool.hasMore()) {
                taken = Stream.concat(taken.stream(), spool.take(100).stream()).toList();
            }
            taken.forEach(each -> spool.done(each.ticket()));

            assertThat(taken).hasSize(10);
            assertThat(spool.bytes()).isZero();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void spoolIsBounded_andTakesAgainWhenThereIsRoom() {
        try (SpoolFolder spool = open(1_000)) {
            int kept = 0;
            while (spool.append(report("x".repeat(100)))) {
                kept++;
            }
            // A record of 139 bytes: 8 of head, 16 of numbers, 8 of lengths, 3 and 4 of names, 100 of body.
            assertThat(kept).isEqualTo(7);
            assertThat(spool.bytes()).isLessThanOrEqualTo(1_000);
            Spool.Spooled first = spool.take(1).getFirst();
            spool.done(first.ticket());

            assertThat(spool.append(report("x".repeat(100)))).isTrue();
        }
    }

    @Test
    void reportLargerThanTheWindow_comesBack() {
        try (SpoolFolder spool = open(10_000_000)) {
            spool.append(report("a"));
            spool.append(report("x".repeat(3_000_000)));
            spool.append(report("b"));

            assertThat(all(spool)).extracting(String::length).containsExactly(1, 3_000_000, 1);
        }
    }

    @Test
    void tornTailIsLeftOut_whereverTheProcessWasKilled() throws IOException {
        try (SpoolFolder spool = open(LARGE)) {
            spool.append(report("first"));
            spool.append(report("second"));
        }
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        // 8 of head, 16 of numbers, 8 of lengths, 3 and 4 of names, 5 and 6 of body.
        assertThat(whole).hasSize(44 + 45);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (SpoolFolder spool = open(LARGE)) {
                List<String> bodies = all(spool);
                assertThat(spool.append(report("after"))).isTrue();
                assertThat(all(spool)).containsExactly("after");
                assertThat(bodies)
                        .isEqualTo(
                                length == 89
                                        ? List.of("first", "second")
                                        : length >= 44 ? List.of("first") : List.of());
            }
            try (SpoolFolder again = open(LARGE)) {
                assertThat(all(again)).endsWith("after");
                files().stream().filter(each -> !each.equals(file)).forEach(SpoolFolderTest::delete);
            }
        }
        assertThat(notices.alarmKinds()).contains(Alarm.Kind.SPOOL_DAMAGED);
    }

    @Test
    void changedByteIsNoticed_whereverItIs() throws IOException {
        try (SpoolFolder spool = open(LARGE)) {
            spool.append(report("first"));
        }
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            try (SpoolFolder spool = open(LARGE)) {
                assertThat(all(spool)).isEmpty();
            }
        }
    }

    @Test
    void secondProcessIsRefused_whileTheFirstHasTheFolder() {
        try (SpoolFolder spool = open(LARGE)) {
            assertThat(spool.hasMore()).isFalse();
            assertThatThrownBy(() -> open(LARGE)).hasMessageContaining("another process uses it");
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
