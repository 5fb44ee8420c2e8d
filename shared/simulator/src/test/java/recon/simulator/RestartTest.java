package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestartTest {
    private static final String INFO = "/api/v3/exchangeInfo";
    private static final String LIST = "/sapi/v1/sub-account/list";

    @TempDir
    private Path folder;

    @Test
    void goesOnWithCountersAndNumbers_whenStartedOnTheSameFolder() throws IOException {
        Instant stopped;
        try (Exchange first = Exchange.ordinary(folder)) {
            first.send("", INFO, "");
            first.signed(first.main(), LIST, "");
            stopped = first.time.instant();
        }
        try (Exchange second = new Exchange(Exchange.settings(7), folder, stopped)) {
            second.send("", INFO, "");

            assertThat(second.simulator.counters().minutes("api:ip")).containsValue(40);
            assertThat(second.simulator.counters().minutes("sapi:" + LIST + ":ip"))
                    .containsValue(1);
            assertThat(second.simulator.counters().requests()).isEqualTo(3);
        }
        List<String> lines = Files.readAllLines(folder.resolve("requests.log"));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("1\t").contains("\tGET\t" + INFO + "\t-\t200\tapi:ip\t20\t-");
        assertThat(lines.get(1)).contains(LIST + "?timestamp=").doesNotContain("signature");
        assertThat(lines.get(2)).startsWith("3\t");
    }

    @Test
    void drawsTheSameLatencies_asARunThatWasNeverStopped() {
        try (Exchange whole = Exchange.ordinary(folder.resolve("whole"))) {
            for (int i = 0; i < 4; i++) {
                whole.send("", "/api/v3/time", "");
            }
            Instant middle;
            try (Exchange first = Exchange.ordinary(folder.resolve("parts"))) {
                first.send("", "/api/v3/time", "");
                first.send("", "/api/v3/time", "");
                middle = first.time.instant();
            }
            try (Exchange second = new Exchange(Exchange.settings(7), folder.resolve("parts"), middle)) {
                second.send("", "/api/v3/time", "");
                second.send("", "/api/v3/time", "");

                assertThat(second.time.instant()).isEqualTo(whole.time.instant());
            }
        }
    }

    @Test
    void remembersABan_acrossARestart() {
        Instant stopped;
        try (Exchange first = Exchange.ordinary(folder)) {
            first.simulator.faults().next(Fault.BANNED_418, INFO, 1);
            first.send("", INFO, "");
            stopped = first.time.instant();
        }
        try (Exchange second = new Exchange(Exchange.settings(7), folder, stopped)) {
            assertThat(second.send("", INFO, "").statusCode()).isEqualTo(418);
        }
        try (Exchange third = new Exchange(Exchange.settings(7), folder, stopped.plusSeconds(120))) {
            assertThat(third.send("", INFO, "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void remembersWhatTheFuturesHostWasAsked_andItsBanApart() {
        Instant stopped;
        try (Exchange first = Exchange.ordinary(folder)) {
            first.send("", "/fapi/v1/time", "");
            first.simulator.faults().next(Fault.BANNED_418, "/fapi/v1/time", 1);
            first.send("", "/fapi/v1/time", "");
            stopped = first.time.instant();
        }
        try (Exchange second = new Exchange(Exchange.settings(7), folder, stopped)) {
            assertThat(second.simulator.counters().minutes("fapi:ip")).containsValue(1);
            assertThat(second.simulator.counters().buckets()).doesNotContain("raw:ip");
            assertThat(second.send("", "/fapi/v1/time", "").statusCode()).isEqualTo(418);
            assertThat(second.send("", INFO, "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void dropsALastLine_thatWasCut() throws IOException {
        try (Exchange first = Exchange.ordinary(folder)) {
            first.send("", INFO, "");
        }
        Path log = folder.resolve("requests.log");
        Files.writeString(log, "2\t17730504", StandardOpenOption.APPEND);
        try (Exchange second = Exchange.ordinary(folder)) {
            assertThat(second.simulator.counters().requests()).isEqualTo(1);
            second.send("", INFO, "");
        }

        assertThat(Files.readAllLines(log)).hasSize(2).allMatch(line -> line.split("\t", -1).length == 9);
    }
}
