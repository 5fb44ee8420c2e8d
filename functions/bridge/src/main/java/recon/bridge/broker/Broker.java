package recon.bridge.broker;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Takes reports for good, or not. */
public interface Broker {
    /**
     * Publishes these and waits for the broker's word on each.
     *
     * @param patience how long at most
     * @return the ids of those that it has surely taken and put into a queue; the others may have been taken as well
     */
    Set<String> publish(List<Letter> letters, Duration patience);
}
