package recon.binance.userstream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import recon.binance.client.Credentials;

/** Requests of the WebSocket API, as text frames. */
public final class StreamRequests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StreamRequests() {}

    /**
     * Asks for the events of the key's account; weight 2.
     *
     * @param id comes back in the answer
     * @param timestamp the exchange's time, epoch ms
     */
    public static String subscribe(String id, Credentials credentials, long timestamp) {
        // Signed are all parameters in the order of their names, as they are, without percent-encoding.
        String signed = "apiKey=" + credentials.apiKey() + "&timestamp=" + timestamp;
        ObjectNode request = request(id, "userDataStream.subscribe.signature");
        request.putObject("params")
                .put("apiKey", credentials.apiKey())
                .put("timestamp", timestamp)
                .put("signature", credentials.signer().sign(signed));
        return request.toString();
    }

    /** Asks for the exchange's time; weight 1. */
    public static String time(String id) {
        return request(id, "time").toString();
    }

    /** Asks for nothing but an answer; weight 1. */
    public static String ping(String id) {
        return request(id, "ping").toString();
    }

    private static ObjectNode request(String id, String method) {
        return JSON.objectNode().put("id", id).put("method", method);
    }
}
