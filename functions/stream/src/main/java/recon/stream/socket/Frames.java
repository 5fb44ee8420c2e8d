package recon.stream.socket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketFrame;
import recon.stream.connection.SocketListener;

/** Puts the parts of a frame together, as they come on one connection. */
final class Frames {
    private static final short TOO_BIG = 1_009;

    private final SocketListener listener;
    private final int largest;
    private final EventLoop loop;
    private Buffer parts = Buffer.buffer();
    private boolean binary;

    Frames(SocketListener listener, int largest, EventLoop loop) {
        this.listener = listener;
        this.largest = largest;
        this.loop = loop;
    }

    void take(WebSocket socket, WebSocketFrame frame) {
        if (frame.isPing()) {
            loop.happened(() -> listener.ping(loop.now()));
        } else if (frame.isText() || frame.isBinary()) {
            binary = frame.isBinary();
            if (frame.isFinal()) {
                whole(frame.binaryData().getBytes());
            } else {
                parts = Buffer.buffer().appendBuffer(frame.binaryData());
            }
        } else if (frame.isContinuation()) {
            if ((long) parts.length() + frame.binaryData().length() > largest) {
                var _ = socket.close(TOO_BIG, "larger than " + largest + " bytes");
                return;
            }
            parts.appendBuffer(frame.binaryData());
            if (frame.isFinal()) {
                byte[] bytes = parts.getBytes();
                parts = Buffer.buffer();
                whole(bytes);
            }
        }
    }

    private void whole(byte[] bytes) {
        loop.happened(() -> {
            if (binary) {
                listener.binary(loop.now(), bytes);
            } else {
                listener.text(loop.now(), bytes);
            }
        });
    }
}
