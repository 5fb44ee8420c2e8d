package recon.simulator.socket;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.io.IOException;
import java.util.Optional;
import recon.simulator.stream.Admission;
import recon.simulator.stream.StreamHub;
import recon.simulator.stream.StreamSession;

/** One customer's socket: the handshake, then frames in both directions. */
final class Connection extends SimpleChannelInboundHandler<Object> {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());
    private static final int UPGRADE_REQUIRED = 426;
    private static final int NOT_FOUND = 404;

    private final StreamHub hub;
    private final int largestFrame;
    private Optional<StreamSession> session = Optional.empty();

    Connection(StreamHub hub, int largestFrame) {
        this.hub = hub;
        this.largestFrame = largestFrame;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Object message) {
        switch (message) {
            case FullHttpRequest request -> shakeHands(context, request);
            case TextWebSocketFrame text -> session.ifPresent(open -> open.receive(text.text()));
            case PingWebSocketFrame ping -> session.ifPresent(open -> open.ping(ByteBufUtil.getBytes(ping.content())));
            case PongWebSocketFrame pong -> session.ifPresent(open -> open.pong(ByteBufUtil.getBytes(pong.content())));
            case CloseWebSocketFrame close -> {
                boolean heard = session.filter(StreamSession::isHeard).isPresent();
                session.ifPresent(StreamSession::closed);
                if (heard) {
                    context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
                }
            }
            default -> LOG.log(System.Logger.Level.DEBUG, "a frame of a kind that nobody asked for was ignored");
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        session.ifPresent(StreamSession::closed);
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        boolean customers = cause instanceof IOException || cause instanceof DecoderException;
        LOG.log(customers ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR, "a connection broke", cause);
        ChannelFuture _ = context.close();
    }

    private void shakeHands(ChannelHandlerContext context, FullHttpRequest request) {
        QueryStringDecoder target = new QueryStringDecoder(request.uri());
        if (!target.path().equals(StreamServer.PATH)) {
            refuse(context, NOT_FOUND, 0);
            return;
        }
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        StreamServer.PATH, null, false, largestFrame)
                .newHandshaker(request);
        if (handshaker == null) {
            refuse(context, UPGRADE_REQUIRED, 0);
            return;
        }
        switch (hub.connect(new ChannelSink(context.channel()), target.rawQuery())) {
            case Admission.Admitted admitted -> {
                session = Optional.of(admitted.session());
                ChannelFuture _ = handshaker.handshake(context.channel(), request);
            }
            case Admission.TurnedAway away -> refuse(context, away.status(), away.retryAfterSeconds());
        }
    }

    private static void refuse(ChannelHandlerContext context, int status, long retryAfterSeconds) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.EMPTY_BUFFER);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
        if (retryAfterSeconds > 0) {
            response.headers().set(HttpHeaderNames.RETRY_AFTER, retryAfterSeconds);
        }
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
