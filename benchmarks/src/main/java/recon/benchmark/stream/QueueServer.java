package recon.benchmark.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A stand-in for SQS on a free port of the loopback interface, over HTTP/1.1 that is kept alive. It takes what DynamoDB is
 * asked as well, and forgets it: the stream task writes watermarks.
 */
final class QueueServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(QueueServer.class.getName());
    private static final int LARGEST_REQUEST = 2 * 1_024 * 1_024;
    private static final String SQS = "AmazonSQS.";

    private final Channel listening;

    /** Who hears of reports that are acknowledged: their execution ids, just before the answer is written. */
    interface Acknowledged extends Consumer<long[]> {}

    private QueueServer(Channel listening) {
        this.listening = listening;
    }

    /**
     * Opens the socket.
     *
     * @param loop serves it
     * @param after how long an answer is kept back, as a distant queue's would take
     */
    static QueueServer start(EventLoopGroup loop, Duration after, Acknowledged acknowledged) {
        Queue queue = new Queue();
        return new QueueServer(new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(LARGEST_REQUEST),
                                        new Calls(queue, after, acknowledged));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel());
    }

    /** Where it listens. */
    URI uri() {
        return uri(listening);
    }

    /** The address of its one queue. */
    String queueUrl() {
        return uri() + "/000000000000/bench";
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
    }

    private static URI uri(Channel listening) {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) listening.localAddress()).getPort());
    }

    private static final class Calls extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final Queue queue;
        private final Duration after;
        private final Acknowledged acknowledged;

        private Calls(Queue queue, Duration after, Acknowledged acknowledged) {
            this.queue = queue;
            this.after = after;
            this.acknowledged = acknowledged;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) throws IOException {
            String target = String.valueOf(request.headers().get("X-Amz-Target"));
            ByteBuf answer = context.alloc().buffer();
            long[] ids = new long[0];
            if (target.startsWith(SQS)) {
                String queueUrl = uri(context.channel().parent()) + "/000000000000/bench";
                try (OutputStream into = new ByteBufOutputStream(answer)) {
                    ids = queue.answer(
                            target.substring(SQS.length()), ByteBufUtil.getBytes(request.content()), queueUrl, into);
                }
            } else {
                answer.writeCharSequence("{\"UnprocessedItems\":{}}", UTF_8);
            }
            FullHttpResponse response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, answer);
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/x-amz-json-1.0")
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, answer.readableBytes());
            answer(context, response, ids);
        }

        private void answer(ChannelHandlerContext context, FullHttpResponse response, long[] ids) {
            if (after.isZero()) {
                write(context, response, ids);
            } else {
                var _ = context.executor()
                        .schedule(() -> write(context, response, ids), after.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void write(ChannelHandlerContext context, FullHttpResponse response, long[] ids) {
            acknowledged.accept(ids);
            ChannelFuture _ = context.writeAndFlush(response, context.voidPromise());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LOG.log(System.Logger.Level.ERROR, "a call to the queue failed", cause);
            ChannelFuture _ = context.close();
        }
    }
}
