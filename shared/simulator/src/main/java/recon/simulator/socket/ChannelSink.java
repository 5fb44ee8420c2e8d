package recon.simulator.socket;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import recon.simulator.stream.StreamSink;

/**
 * Sends a session's frames over its channel. A customer who leaves 64 megabytes unread loses the connection. A cut is
 * the end of the byte stream without a close frame, after everything that was sent before it.
 */
final class ChannelSink implements StreamSink {
    private final Channel channel;
    private volatile boolean unflushed;

    ChannelSink(Channel channel) {
        this.channel = channel;
    }

    @Override
    public void text(String frame) {
        write(new TextWebSocketFrame(frame));
    }

    @Override
    public void binary(byte[] frame) {
        write(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(frame)));
    }

    @Override
    public void ping(byte[] payload) {
        write(new PingWebSocketFrame(Unpooled.wrappedBuffer(payload)));
    }

    @Override
    public void pong(byte[] payload) {
        write(new PongWebSocketFrame(Unpooled.wrappedBuffer(payload)));
    }

    @Override
    public void close(int code, String reason) {
        channel.writeAndFlush(new CloseWebSocketFrame(code, reason)).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void cut() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void flush() {
        if (unflushed) {
            unflushed = false;
            channel.flush();
        }
    }

    private void write(WebSocketFrame frame) {
        if (channel.isWritable()) {
            unflushed = true;
            ChannelFuture _ = channel.write(frame, channel.voidPromise());
        } else {
            frame.release();
            ChannelFuture _ = channel.close();
        }
    }
}
