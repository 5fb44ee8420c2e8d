package recon.binance.client;

import java.net.URI;
import java.util.Map;
import recon.binance.request.Method;

/**
 * Sends one request and brings back whatever came. It neither repeats a request nor throws for what the network
 * does.
 */
public interface Transport {
    /**
     * Asks once.
     *
     * @param method a POST has an empty body
     * @param headers request headers by name
     */
    Received send(Method method, URI address, Map<String, String> headers);
}
