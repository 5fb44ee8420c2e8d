package recon.cloud.stream;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import recon.binance.client.Hosts;

/**
 * How the stream is captured.
 *
 * @param exchange the address of the WebSocket API; empty for the exchange's own
 * @param image the image that the task is made of; empty to have it built from the module's Dockerfile when deploying
 */
public record StreamChoice(Optional<URI> exchange, Optional<EcrImage> image) {
    private static final int HTTPS = 443;

    public StreamChoice {
        requireNonNull(exchange, "exchange is null");
        requireNonNull(image, "image is null");
    }

    /**
     * What an operator writes.
     *
     * @param hosts where the accounts are: if that is not the exchange itself, the stream's address has to be named
     * @throws IllegalArgumentException if it cannot be used
     */
    public static StreamChoice of(Optional<String> uri, Optional<String> image, Hosts hosts) {
        if (uri.isEmpty() && !hosts.spot().equals(Hosts.PRODUCTION.spot())) {
            throw new IllegalArgumentException("the accounts are at " + hosts.spot()
                    + ": name the address of its WebSocket API with -c stream-uri=wss://..., or leave the stream out with"
                    + " -c stream=false");
        }
        return new StreamChoice(uri.map(StreamChoice::address), image.map(EcrImage::parse));
    }

    /** The port that is connected to. */
    public int port() {
        return exchange.map(URI::getPort).filter(port -> port > 0).orElse(HTTPS);
    }

    private static URI address(String text) {
        try {
            URI uri = new URI(text);
            if ("wss".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("stream-uri is no address: write wss://host/path");
        }
        throw new IllegalArgumentException("stream-uri is not the address of a WebSocket: write wss://host/path");
    }
}
