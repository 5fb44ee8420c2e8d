package recon.binance.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.binance.client.Received;
import recon.binance.client.Transport;
import recon.binance.request.Method;

/** Answers time requests from a skewed clock and everything else from a script; each way takes 50 ms. */
public final class ScriptedTransport implements Transport {
    private static final Duration ONE_WAY = Duration.ofMillis(50);

    /** A request as it was sent. */
    public record Sent(URI address, Map<String, String> headers) {}

    private final DrivenClock clock;
    private final Deque<Received> script = new ArrayDeque<>();
    private final Deque<Received> timeScript = new ArrayDeque<>();
    public final List<Sent> sent = new ArrayList<>();
    public Duration skew = Duration.ZERO;
    /** By host, where one differs from {@link #skew}. */
    public final Map<String, Duration> skews = new HashMap<>();

    public ScriptedTransport(DrivenClock clock) {
        this.clock = clock;
    }

    public ScriptedTransport then(int status, Map<String, String> headers, String body) {
        script.add(answer(status, headers, body));
        return this;
    }

    public ScriptedTransport thenTime(int status, Map<String, String> headers, String body) {
        timeScript.add(answer(status, headers, body));
        return this;
    }

    public long timesAsked() {
        return sent.stream().filter(ScriptedTransport::isTime).count();
    }

    public Sent last() {
        return sent.getLast();
    }

    @Override
    public Received send(Method method, URI address, Map<String, String> headers) {
        Sent request = new Sent(address, headers);
        sent.add(request);
        clock.pass(ONE_WAY);
        Instant exchange = clock.instant().plus(skews.getOrDefault(address.getHost(), skew));
        clock.pass(ONE_WAY);
        if (isTime(request)) {
            return timeScript.isEmpty()
                    ? answer(200, Map.of(), "{\"serverTime\":" + exchange.toEpochMilli() + "}")
                    : timeScript.remove();
        }
        return script.isEmpty() ? answer(200, Map.of(), "[]") : script.remove();
    }

    private static boolean isTime(Sent request) {
        return request.address().getPath().endsWith("/time");
    }

    private static Received answer(int status, Map<String, String> headers, String body) {
        return new Received(status, headers, body.getBytes(UTF_8), true, Optional.empty());
    }
}
