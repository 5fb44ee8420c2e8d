package recon.simulator.socket;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import recon.simulator.stream.StreamHub;

/**
 * Listens on a free port of the loopback interface. One thread reads and writes all connections; another answers what
 * was read and, every two milliseconds, sends what has fallen due by the exchange's clock, whoever moves it.
 */
public final class StreamServer implements AutoCloseable {
    /** Path of the WebSocket API. */
    static final String PATH = "/ws-api/v3";

    private static final System.Logger LOG = System.getLogger(StreamServer.class.getName());
    private static final int TICK_MS = 2;
    private static final int LARGEST_REQUEST = 65_536;
    private static final int BACKLOG = 1_024;
    private static final int UNREAD_LOW = 16 * 1_024 * 1_024;
    private static final int UNREAD_HIGH = 64 * 1_024 * 1_024;

    /** Not the thread that writes: that one's own frames would overtake those that others have asked it to write. */
    private final EventExecutorGroup exchange =
            new DefaultEventExecutorGroup(1, new DefaultThreadFactory("exchange-stream-answers", true));

    private final EventLoopGroup loop = new NioEventLoopGroup(1, new DefaultThreadFactory("exchange-stream", true));
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listening;
    private final ScheduledFuture<?> ticking;

    private StreamServer(StreamHub hub) {
        ChannelFuture bound = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(UNREAD_LOW, UNREAD_HIGH))
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connections.add(channel);
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(LARGEST_REQUEST),
                                        new WebSocketFrameAggregator(LARGEST_REQUEST))
                                .addLast(exchange, new Connection(hub, LARGEST_REQUEST));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly();
        this.listening = bound.channel();
        this.ticking = exchange.scheduleAtFixedRate(() -> tick(hub), TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    private static void tick(StreamHub hub) {
        try {
            hub.advance();
        } catch (RuntimeException e) {
            // Thrown on, it would end the ticking in silence.
            LOG.log(System.Logger.Level.ERROR, "an event broke the simulator's streams", e);
        }
    }

    /** Opens the socket. */
    public static StreamServer start(StreamHub hub) {
        return new StreamServer(hub);
    }

    /** Where it listens, {@code ws://127.0.0.1:<port>/ws-api/v3}. */
    public URI uri() {
        return URI.create("ws://127.0.0.1:" + ((InetSocketAddress) listening.localAddress()).getPort() + PATH);
    }

    @Override
    public void close() {
        ticking.cancel(false);
        listening.close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
        // Each channel takes leave of its handlers on both threads, to and fro.
        exchange.submit(() -> {}).syncUninterruptibly();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        exchange.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
