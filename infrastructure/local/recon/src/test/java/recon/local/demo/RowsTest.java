package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import recon.binance.source.Source;
import recon.binance.source.Sources;
import recon.local.machine.Machine;
import recon.simulator.Simulator;

@Execution(ExecutionMode.CONCURRENT)
class RowsTest {
    @TempDir
    private Path folder;

    /** Whoever adds a source says here what becomes of its rows; a name that is no source's is out of date. */
    @Test
    void everySource_isComparedRowByRow_orNamedWithTheReasonWhyNot() {
        List<String> sources =
                Sources.all(new ObjectMapper()).stream().map(Source::name).toList();

        assertThat(Rows.compared()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(Rows.EXCEPTIONS.keySet());
        assertThat(sources)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Rows.compared(), Rows.EXCEPTIONS.keySet().stream())
                        .toList());
        assertThat(Rows.EXCEPTIONS.values()).noneMatch(String::isBlank);
    }

    /** In a world of many symbols and few trades. */
    @Test
    void ordersThatAreNotAskedFor_areThoseOfSymbolsInWhichNothingHappened() {
        Set<String> quiet = new TreeSet<>();
        DemoOptions options = new DemoOptions(1, 2, 7, Optional.empty(), folder, Integer.MAX_VALUE, 40, 4);
        TestDemo demo = TestDemo.of(options.withStream(true)).visiting(new Demo.Visit() {
            @Override
            public void before(Simulator exchange, Machine machine) {}

            @Override
            public void after(Simulator exchange, Machine machine) {
                exchange.accounts()
                        .forEach(account -> quiet.addAll(OrdersKept.of(account, exchange, machine)
                                .assertKept(options.lastDay()
                                        .plusDays(1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant())));
            }
        });

        assertThat(demo.run()).as(demo.printed()).isTrue();

        assertThat(quiet).isNotEmpty();
    }
}
