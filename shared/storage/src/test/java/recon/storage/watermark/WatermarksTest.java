package recon.storage.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.storage.testing.Installation;

class WatermarksTest {
    private static final Instant START = Instant.parse("2026-01-02T00:00:00.123Z");

    private final Watermarks watermarks = watermarks(Installation.fresh());

    private static Watermarks watermarks(Installation installation) {
        return new Watermarks(installation.clients(), installation.settings());
    }

    private static Watermark mark(String account, String connection, long seconds) {
        return new Watermark(
                account,
                "ip-10-0-0-1",
                connection,
                START,
                START.plusSeconds(seconds),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void laterReplacesTheEarlier_ofOneAccountAndConnection() {
        watermarks.put(List.of(mark("1", "17", 10), mark("1", "18", 10), mark("2", "17", 10)));
        Watermark closed = new Watermark(
                "1",
                "ip-10-0-0-1",
                "17",
                START,
                START.plusSeconds(19),
                Optional.of(START.plusSeconds(20)),
                Optional.of("age"));

        watermarks.put(List.of(closed));

        assertThat(watermarks.list("1")).containsExactly(closed, mark("1", "18", 10));
        assertThat(watermarks.list("2")).containsExactly(mark("2", "17", 10));
        assertThat(watermarks.list("3")).isEmpty();
    }
}
