package recon.binance.client;

import java.net.URI;
import java.util.Map;

/** Sends one GET and brings back whatever came. It neither repeats a request nor throws for what the network does. */
public interface Transport {
    /**
     * Asks once.
     *
     * @param headers request headers by name
     */
    Received get(URI address, Map<String, String> headers);
}
