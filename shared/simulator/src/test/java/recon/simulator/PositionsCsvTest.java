package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.simulator.Contracts.plain;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.simulator.futures.PositionTruth;
import recon.simulator.truth.PositionsCsv;

/** The truth of positions as a file. */
final class PositionsCsvTest {
    @TempDir
    private Path folder;

    @Test
    void writesTheTruthOfPositions_aRowForEachLife() {
        try (Exchange exchange =
                new Exchange(Exchange.settings(1).withActivities(Set.of(Activity.FUTURES)), folder, Exchange.day(2))) {
            Truth truth = exchange.simulator.truth();
            List<String> lines = PositionsCsv.of(truth, exchange.simulator.accounts(), Exchange.day(2))
                    .lines()
                    .toList();
            List<PositionTruth> lives = exchange.simulator.accounts().stream()
                    .flatMap(account -> truth.positions(account.uid(), Exchange.day(2)).stream())
                    .toList();

            assertThat(lines).hasSize(lives.size() + 1).allMatch(line -> line.split(",", -1).length == 22);
            PositionTruth life = lives.getLast();
            assertThat(lines)
                    .filteredOn(line -> line.contains("," + life.symbol() + "," + life.side() + ",")
                            && line.contains("," + life.firstFill() + ","))
                    .anyMatch(line -> line.contains("," + plain(life.entryValue()) + ","));
        }
    }
}
