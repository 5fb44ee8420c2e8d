package recon.stream.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OutstandingTest {
    @Property(tries = 200)
    void oldestIsTheOldest_inWhateverOrderTheyAreAcknowledged(@ForAll long seed) {
        Random random = new Random(seed);
        Outstanding outstanding = new Outstanding();
        List<Long> model = new ArrayList<>();
        long time = 1_000;
        for (int i = 0; i < 300; i++) {
            if (model.isEmpty() || random.nextInt(5) < 3) {
                time += random.nextInt(3);
                outstanding.add(time);
                model.add(time);
            } else {
                outstanding.remove(model.remove(random.nextInt(model.size())));
            }
            assertThat(outstanding.isEmpty()).isEqualTo(model.isEmpty());
            if (!model.isEmpty()) {
                assertThat(outstanding.oldest())
                        .isEqualTo(
                                model.stream().mapToLong(Long::longValue).min().orElseThrow());
            }
        }
    }

    @Test
    void errorIsSeen_whenSomethingIsAcknowledgedThatNobodyWaitsFor() {
        assertThatThrownBy(() -> new Outstanding().remove(5)).isInstanceOf(IllegalStateException.class);
    }
}
