package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;

/** The files of the demo of one day, two accounts and seed 7 without any trouble: the same for all, so made once. */
final class Undisturbed {
    private static final long SEED = 7;
    private static SortedMap<String, String> files = Collections.emptySortedMap();

    private Undisturbed() {}

    /** The demo to disturb. */
    static DemoOptions demo(Path out) {
        return TestDemo.small(1, 2, SEED, out);
    }

    static synchronized SortedMap<String, String> files() throws IOException {
        if (files.isEmpty()) {
            TestDemo demo = TestDemo.of(demo(Files.createTempDirectory(Path.of("target"), "undisturbed")));
            assertThat(demo.run()).as(demo.printed()).isTrue();
            files = Reported.files(demo.out());
        }
        return files;
    }
}
