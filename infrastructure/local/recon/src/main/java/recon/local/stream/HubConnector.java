package recon.local.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.LongSupplier;
import recon.simulator.stream.Admission;
import recon.simulator.stream.StreamHub;
import recon.simulator.stream.StreamSession;
import recon.simulator.stream.StreamSink;
import recon.stream.connection.Connector;
import recon.stream.connection.Socket;
import recon.stream.connection.SocketEnd;
import recon.stream.connection.SocketListener;

/**
 * Connections to a simulated exchange in this process, without sockets. Everything happens on the thread that advances
 * the hub, at the time that the clock shows then.
 */
public final class HubConnector implements Connector {
    private static final long SECOND_MS = 1_000;

    private final StreamHub hub;
    private final LongSupplier clock;

    /** @param clock ours, epoch ms */
    public HubConnector(StreamHub hub, LongSupplier clock) {
        this.hub = requireNonNull(hub, "hub is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public void open(SocketListener listener) {
        Sink sink = new Sink(listener);
        switch (hub.connect(sink, "")) {
            case Admission.Admitted(StreamSession session) -> {
                sink.session = Optional.of(session);
                listener.opened(clock.getAsLong(), new Open(session));
            }
            case Admission.TurnedAway(int status, long seconds) ->
                listener.closed(
                        clock.getAsLong(),
                        new SocketEnd("handshake refused with status " + status, seconds * SECOND_MS));
        }
    }

    private record Open(StreamSession session) implements Socket {
        @Override
        public void send(String text) {
            session.receive(text);
        }

        @Override
        public void close() {
            session.closed();
        }
    }

    private final class Sink implements StreamSink {
        private final SocketListener listener;
        private Optional<StreamSession> session = Optional.empty();

        private Sink(SocketListener listener) {
            this.listener = listener;
        }

        @Override
        public void text(String frame) {
            listener.text(clock.getAsLong(), frame.getBytes(UTF_8));
        }

        @Override
        public void binary(byte[] frame) {
            listener.binary(clock.getAsLong(), frame);
        }

        @Override
        public void ping(byte[] payload) {
            session.orElseThrow().pong(payload);
            listener.ping(clock.getAsLong());
        }

        @Override
        public void pong(byte[] payload) {
            throw new IllegalStateException("nobody has sent a ping");
        }

        @Override
        public void close(int code, String reason) {
            listener.closed(clock.getAsLong(), SocketEnd.of("closed by the exchange: " + code + " " + reason));
        }

        @Override
        public void cut() {
            listener.closed(clock.getAsLong(), SocketEnd.of("broken: cut"));
        }
    }
}
