package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.simulator.stream.Delivery;
import recon.simulator.stream.StreamFault;
import recon.simulator.stream.StreamFaultRates;
import recon.simulator.stream.StreamHub;

/** Whole courses of connections with faults by chance. */
final class StreamCoursesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsExactlyWhatArrived_whateverHappens(long seed) {
        SimulatorSettings settings = Exchange.settings(seed).withStreamFaultRates(StreamFaultRates.each(150));
        try (Exchange wild = new Exchange(settings, folder.resolve("wild" + seed), Exchange.day(1))) {
            StreamHub streams = wild.simulator.streams();
            Instant start = wild.simulator.exchangeTime();
            List<StreamCustomer> customers = new ArrayList<>();
            for (int hour = 1; hour <= 12; hour++) {
                StreamCustomer fresh = new StreamCustomer(wild);
                wild.simulator.accounts().forEach(fresh::subscribe);
                customers.add(fresh);
                fresh.passUntil(start.plus(Duration.ofHours(hour)));
                fresh.session().closed();
            }

            int extras = 0;
            for (StreamCustomer each : customers) {
                List<String> sent = new ArrayList<>();
                streams.deliveries()
                        .to(each.session())
                        .forEach(delivery -> sent.addAll(Collections.nCopies(delivery.copies(), delivery.frame())));
                List<String> arrived = new ArrayList<>(each.texts());
                arrived.removeIf(text -> text.startsWith("{\"id\""));
                extras += arrived.size() - sent.size();
                assertThat(arrived).containsSubsequence(sent);
            }
            Map<StreamFault, Integer> struck = streams.deliveries().faults();
            int expected = struck.entrySet().stream()
                    .filter(entry -> Set.of(
                                    "UNKNOWN_EVENT",
                                    "NOT_JSON",
                                    "HUGE",
                                    "UNKNOWN_SUBSCRIPTION",
                                    "SHUTDOWN",
                                    "SHUTDOWN_AND_CLOSE",
                                    "TERMINATE")
                            .contains(entry.getKey().name()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            assertThat(extras).isEqualTo(expected);
            assertThat(struck).hasSizeGreaterThan(8);
            assertThat(streams.deliveries().all().stream()
                            .filter(delivery -> delivery.fault().isPresent())
                            .map(Delivery::fault)
                            .distinct())
                    .hasSizeGreaterThan(8);
        }
    }

    @Test
    void meetsTheSameFaults_inTheSameCourse() {
        List<List<Delivery>> courses = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            SimulatorSettings settings = Exchange.settings(9).withStreamFaultRates(StreamFaultRates.each(100));
            try (Exchange wild = new Exchange(settings, folder.resolve("run" + run), Exchange.day(1))) {
                StreamCustomer one = new StreamCustomer(wild);
                wild.simulator.accounts().forEach(one::subscribe);
                one.passUntil(Exchange.day(1).plusSeconds(7_200));
                courses.add(wild.simulator.streams().deliveries().all());
            }
        }

        assertThat(courses.getFirst()).isNotEmpty().isEqualTo(courses.getLast());
    }
}
