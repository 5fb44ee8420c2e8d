package recon.simulator.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Pings every 20 seconds; a ping that is not answered with its own payload within a minute ends the session. */
final class Heartbeat {
    private static final long EVERY_MS = 20_000;
    private static final long PATIENCE_MS = 60_000;

    private final StreamSession session;
    private final Deque<byte[]> unanswered = new ArrayDeque<>();

    Heartbeat(StreamSession session) {
        this.session = session;
    }

    void start(long now) {
        session.timers().at(now + EVERY_MS, this::ping);
    }

    /** An answer to a ping answers those before it as well. Unasked ones do not count. */
    void answered(byte[] payload) {
        if (unanswered.stream().anyMatch(ping -> Arrays.equals(ping, payload))) {
            for (byte[] ping = unanswered.poll();
                    ping != null && !Arrays.equals(ping, payload);
                    ping = unanswered.poll()) {
                // An older one.
            }
        }
    }

    int unanswered() {
        return unanswered.size();
    }

    private void ping(long ms) {
        byte[] payload = Long.toString(ms).getBytes(StandardCharsets.US_ASCII);
        unanswered.add(payload);
        session.timers().at(ms + EVERY_MS, this::ping);
        session.timers().at(ms + PATIENCE_MS, _ -> {
            if (unanswered.contains(payload)) {
                session.cut();
            }
        });
        session.sink().ping(payload);
    }
}
