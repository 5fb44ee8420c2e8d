package recon.binance.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that writes exactly the bytes it is told, one answer per request, on one connection for as many requests as
 * the client cares to send; an empty answer closes the connection.
 */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> answers;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Thread thread;

    RawServer(String... answers) throws IOException {
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.answers = List.of(answers);
        this.thread = Thread.ofPlatform().daemon().start(this::serve);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/x?a=b");
    }

    List<String> requests() {
        return requests;
    }

    private void serve() {
        try {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    converse(connection);
                }
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void converse(Socket connection) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
        while (request(in)) {
            int number = requests.size() - 1;
            String answer = number < answers.size() ? answers.get(number) : "";
            connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
            connection.getOutputStream().flush();
            if (!answer.contains("keep-alive")) {
                return;
            }
        }
    }

    private boolean request(BufferedReader in) throws IOException {
        String first = in.readLine();
        if (first == null) {
            return false;
        }
        String line = first;
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        requests.add(first);
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        thread.interrupt();
    }
}
