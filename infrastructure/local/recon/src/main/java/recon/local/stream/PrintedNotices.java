package recon.local.stream;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Consumer;
import recon.storage.execution.RejectedFrames;
import recon.stream.notice.Alarm;
import recon.stream.notice.Notices;
import recon.stream.notice.Reject;

/** Shows alarms to the person at the screen, and keeps frames that nobody can use. The rest of the story is not told. */
final class PrintedNotices implements Notices {
    private final String task;
    private final RejectedFrames frames;
    private final Consumer<String> screen;

    /** @param screen shows a line */
    PrintedNotices(String task, RejectedFrames frames, Consumer<String> screen) {
        this.task = requireNonNull(task, "task is null");
        this.frames = requireNonNull(frames, "frames is null");
        this.screen = requireNonNull(screen, "screen is null");
    }

    @Override
    public void alarm(Alarm alarm) {
        screen.accept(task + "  " + alarm.kind() + ": " + alarm.what());
    }

    @Override
    public void note(String what) {
        // A connection's ordinary life.
    }

    @Override
    public void other(String account, String type, String ids) {
        // Balances and lists of orders: counted, and nobody asks for them here.
    }

    @Override
    public boolean keep(Reject reject) {
        frames.put(reject.connection(), Instant.ofEpochMilli(reject.receivedAt()), reject.why(), reject.frame());
        return true;
    }
}
