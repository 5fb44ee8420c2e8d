package recon.local.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to the queue that can be closed: every connection ends then, and who comes is turned away. */
final class QueueRelay implements AutoCloseable {
    private final URI queue;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    QueueRelay(URI queue) throws IOException {
        this.queue = queue;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::admit);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** Closes the way, or opens it again. */
    void away(boolean now) throws IOException {
        away = now;
        for (Socket each : open) {
            if (now) {
                each.close();
            }
        }
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                if (away) {
                    caller.close();
                } else {
                    Socket callee = new Socket(queue.getHost(), queue.getPort());
                    relay(caller, callee);
                    relay(callee, caller);
                }
            } catch (IOException e) {
                // The door or a caller is gone; whoever wanted something comes again.
            }
        }
    }

    private void relay(Socket from, Socket to) {
        open.add(from);
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // One side is gone: so is the other.
            } finally {
                open.remove(from);
            }
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
        away(true);
    }
}
