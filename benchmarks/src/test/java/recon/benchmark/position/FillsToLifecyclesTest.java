package recon.benchmark.position;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is timed is the whole work: every row has its place. */
class FillsToLifecyclesTest {
    @Test
    void everyRowHasItsPlace() {
        // Twenty contracts, ten rounds of eight fills: each round closes a position in its middle and one at its end.
        FillsToLifecycles benchmark = new FillsToLifecycles(20 * 8 * 10);
        benchmark.rows();

        FillsToLifecycles.Counted counted = benchmark.fold();

        assertThat(counted.closed).isEqualTo(20 * 2 * 10);
        assertThat(counted.open).isZero();
        assertThat(counted.others).isZero();
        assertThat(counted.conservation.holds()).isTrue();
    }
}
