package recon.simulator.http;

/**
 * A request as it came over the socket.
 *
 * @param method HTTP method
 * @param path decoded path
 * @param rawQuery query in its encoded form, empty if absent
 * @param body as received, empty if absent; parameters in their encoded form
 * @param host value of {@code Host}: where the caller found the exchange
 * @param apiKey value of {@code X-MBX-APIKEY}, empty if absent
 */
record Call(String method, String path, String rawQuery, String body, String host, String apiKey) {}
