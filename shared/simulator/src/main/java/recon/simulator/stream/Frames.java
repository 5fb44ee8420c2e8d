package recon.simulator.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A sink that keeps what arrives until somebody looks; the customer's end of a connection without a socket. */
public final class Frames implements StreamSink {
    private static final int MOST = 1_000_000;

    private final Deque<Frame> waiting = new ArrayDeque<>();

    /** Takes the oldest frame, if any. */
    public synchronized Optional<Frame> poll() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Takes all frames, the oldest first. */
    public synchronized List<Frame> drain() {
        List<Frame> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }

    /** Takes all frames and gives the text frames among them, the oldest first. */
    public List<String> drainTexts() {
        return drain().stream()
                .filter(Frame.Text.class::isInstance)
                .map(frame -> ((Frame.Text) frame).text())
                .toList();
    }

    @Override
    public void text(String frame) {
        add(new Frame.Text(frame));
    }

    @Override
    public void binary(byte[] frame) {
        add(new Frame.Binary(frame.length));
    }

    @Override
    public void ping(byte[] payload) {
        add(new Frame.Ping(latin(payload)));
    }

    @Override
    public void pong(byte[] payload) {
        add(new Frame.Pong(latin(payload)));
    }

    @Override
    public void close(int code, String reason) {
        add(new Frame.Close(code, reason));
    }

    @Override
    public void cut() {
        add(new Frame.Cut());
    }

    private synchronized void add(Frame frame) {
        if (waiting.size() >= MOST) {
            throw new IllegalStateException("nobody takes the frames: " + MOST + " are waiting");
        }
        waiting.add(frame);
    }

    private static String latin(byte[] payload) {
        return new String(payload, StandardCharsets.ISO_8859_1);
    }
}
