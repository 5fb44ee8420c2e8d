package recon.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestLogTest {
    private static final LogLine LINE = new LogLine(
            1, 5, "GET", "/a?b=%E6%B8%AC", Optional.of("77"), 200, Optional.of("api:ip"), 20, Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void readsBackWhatWasWritten_atAnyCutOfTheLastLine() throws IOException {
        try (RequestLog log = RequestLog.open(folder, _ -> {})) {
            log.append(LINE);
            log.append(LINE);
        }
        Path file = folder.resolve("requests.log");
        String whole = Files.readString(file);
        for (int cut = whole.length() / 2; cut <= whole.length(); cut++) {
            Files.writeString(file, whole.substring(0, cut));
            List<LogLine> read = new ArrayList<>();
            RequestLog.open(folder, read::add).close();

            assertThat(read).hasSize(cut == whole.length() ? 2 : 1).allMatch(LINE::equals);
            assertThat(Files.size(file)).isEqualTo((long) read.size() * whole.length() / 2);
        }
    }
}
