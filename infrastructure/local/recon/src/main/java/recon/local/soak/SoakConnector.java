package recon.local.soak;

import java.util.ArrayList;
import java.util.List;
import recon.local.stream.HubConnector;
import recon.simulator.draw.Draw;
import recon.simulator.stream.StreamFault;
import recon.simulator.stream.StreamSession;
import recon.stream.connection.Connector;
import recon.stream.connection.Socket;
import recon.stream.connection.SocketEnd;
import recon.stream.connection.SocketListener;

/**
 * A process's way to the exchange. Connecting takes time and may fail; with the process its connections end, and it
 * hears nothing more. Where a guard is off it is here that connections do not overlap or do not subscribe anew.
 */
final class SoakConnector implements Connector {
    private static final int REFUSED_MS = 3_000;

    private final Site site;
    private final String task;
    private final Draw draw;
    private final Connector hub;
    private final List<StreamSession> sessions = new ArrayList<>();
    private long lastNumber;
    private int opened;
    private boolean dead;

    SoakConnector(Site site, String task, Draw draw) {
        this.site = site;
        this.task = task;
        this.draw = draw;
        this.hub = new HubConnector(site.exchange.streams(), site.time::millis);
    }

    @Override
    public void open(SocketListener listener) {
        // As the capture numbers its connections.
        lastNumber = Math.max(lastNumber + 1, site.time.millis());
        String name = task + "/" + lastNumber;
        boolean anew = opened++ >= Math.ceilDiv(site.accounts.size(), site.conditions.shard());
        if (site.without(Guard.OVERLAP) && site.accounts.size() <= site.conditions.shard()) {
            site.timetable.at(site.time.millis(), this::cut);
        }
        if (site.unreachable) {
            site.timetable.at(site.time.millis() + REFUSED_MS, () -> {
                if (!dead) {
                    listener.closed(site.time.millis(), SocketEnd.of("no route"));
                }
            });
            return;
        }
        int latency = draw.chance(5) ? draw.between(1_000, 40_000) : draw.between(40, 1_500);
        site.timetable.at(site.time.millis() + latency, () -> {
            if (!dead) {
                hub.open(new Ear(listener, name, anew));
            }
        });
    }

    /** The sessions that the exchange has not ended. */
    List<StreamSession> sessions() {
        sessions.removeIf(each -> !each.isOpen());
        return List.copyOf(sessions);
    }

    /** The process is gone. */
    void die() {
        dead = true;
        sessions().forEach(StreamSession::closed);
    }

    private void cut() {
        sessions().stream()
                .filter(StreamSession::isHeard)
                .forEach(each -> site.exchange.streams().fail(each, StreamFault.CUT));
    }

    private final class Ear implements SocketListener {
        private final SocketListener listener;
        private final String name;
        private final boolean anew;

        private Ear(SocketListener listener, String name, boolean anew) {
            this.listener = listener;
            this.name = name;
            this.anew = anew;
        }

        @Override
        public void opened(long now, Socket socket) {
            StreamSession session = site.exchange.streams().sessions().getLast();
            sessions.add(session);
            site.connections.put(session.id(), name);
            listener.opened(now, anew && site.without(Guard.RESUBSCRIPTION) ? new Mute(socket) : socket);
        }

        @Override
        public void text(long now, byte[] frame) {
            if (!dead) {
                listener.text(now, frame);
            }
        }

        @Override
        public void binary(long now, byte[] frame) {
            if (!dead) {
                listener.binary(now, frame);
            }
        }

        @Override
        public void ping(long now) {
            if (!dead) {
                listener.ping(now);
            }
        }

        @Override
        public void closed(long now, SocketEnd end) {
            if (!dead) {
                listener.closed(now, end);
            }
        }
    }

    /** Asks for nothing that a connection has to be asked for. */
    private record Mute(Socket socket) implements Socket {
        @Override
        public void send(String text) {
            if (!text.contains("userDataStream.subscribe")) {
                socket.send(text);
            }
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
