package recon.simulator;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The driver's clock. The exchange's own clock differs from it by a constant skew drawn by the seed, at most 400 ms.
 *
 * <p>Must be safe for use by several threads: every request in flight reads it and moves it.
 */
public interface SimulatedTime extends InstantSource {
    /**
     * Asking the exchange takes time: the simulator calls this twice per request, with half of the request's latency
     * each, once before the request is evaluated and once after.
     *
     * @param elapsed never negative
     */
    void pass(Duration elapsed);
}
