package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import recon.local.machine.Machine;
import recon.simulator.Counters;
import recon.simulator.Limits;
import recon.simulator.Simulator;

/** Limits so low that half of them binds in every bucket that matters, by the exchange's own counters. */
@Execution(ExecutionMode.CONCURRENT)
class BudgetTest {
    private static final int API_WEIGHT = 240;
    /** Half of it is one snapshot a minute for all accounts together. */
    private static final int SAPI_WEIGHT = 4_800;

    @TempDir
    private Path folder;

    @Test
    void noClockMinuteExceedsHalfOfAnyLimit_whenTheBudgetBinds() {
        DemoOptions options = new DemoOptions(1, 3, 7, Optional.empty(), folder, Integer.MAX_VALUE, 12, 30);
        Limits real = Limits.real();
        Limits low = new Limits(
                API_WEIGHT, real.rawRequestsPerFiveMinutes(), SAPI_WEIGHT, real.sapiUidWeightPerMinute(), 2 * 18_000);
        TestDemo demo = new TestDemo(options, World.settings(options).withLimits(low)).visiting(new Demo.Visit() {
            @Override
            public void before(Simulator exchange, Machine machine) {}

            @Override
            public void after(Simulator exchange, Machine machine) {
                assertWithinHalf(exchange.counters());
            }
        });

        assertThat(demo.run()).as(demo.printed()).isTrue();
    }

    private static void assertWithinHalf(Counters counters) {
        assertThat(counters.buckets()).contains("api:ip");
        for (String bucket : counters.buckets()) {
            assertThat(counters.minutes(bucket).values())
                    .as(bucket)
                    .allMatch(used -> used <= counters.limit(bucket) / 2);
        }
        assertThat(counters.minutes("api:ip").values())
                .as("minutes in which no further request fitted")
                .filteredOn(used -> used > API_WEIGHT / 2 - 20)
                .hasSizeGreaterThan(5);
        assertThat(counters.minutes("sapi:/sapi/v1/accountSnapshot:ip").values())
                .as("minutes of snapshots that were full")
                .filteredOn(used -> used == SAPI_WEIGHT / 2)
                .hasSizeGreaterThan(2);
    }
}
