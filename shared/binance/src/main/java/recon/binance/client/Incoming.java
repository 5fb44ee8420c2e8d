package recon.binance.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Keeps what has come of an answer so far: a cut stream leaves its bytes behind instead of an exception. */
final class Incoming implements BodyHandler<Boolean>, BodySubscriber<Boolean> {
    private final int mostBytes;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int status;
    private Map<String, String> headers = Map.of();
    private Optional<String> failure = Optional.empty();
    private Flow.@Nullable Subscription subscription;

    /** @param mostBytes where a body is cut off that does not end */
    Incoming(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** What there is at this moment. */
    synchronized Received received(boolean complete, Optional<String> reason) {
        Optional<String> why = failure.or(() -> reason);
        return new Received(status, headers, bytes.toByteArray(), complete && why.isEmpty(), why);
    }

    @Override
    public synchronized BodySubscriber<Boolean> apply(ResponseInfo info) {
        status = info.statusCode();
        headers = KeptHeaders.of(info.headers().map());
        return this;
    }

    @Override
    public CompletionStage<Boolean> getBody() {
        return ended;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int room = mostBytes - bytes.size();
            byte[] chunk = new byte[Math.min(buffer.remaining(), room)];
            boolean fits = buffer.remaining() <= room;
            buffer.get(chunk);
            bytes.writeBytes(chunk);
            if (!fits) {
                stop();
                return;
            }
        }
    }

    @Override
    public synchronized void onError(Throwable thrown) {
        fail("the answer broke off: " + thrown.getClass().getSimpleName());
    }

    @Override
    public void onComplete() {
        ended.complete(true);
    }

    private void stop() {
        if (subscription != null) {
            subscription.cancel();
        }
        fail("the answer has more than " + mostBytes + " bytes");
    }

    private void fail(String reason) {
        if (failure.isEmpty() && !ended.isDone()) {
            failure = Optional.of(reason);
        }
        ended.complete(false);
    }
}
