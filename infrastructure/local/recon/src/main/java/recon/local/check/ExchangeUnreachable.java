package recon.local.check;

/** The exchange does not answer as the exchange does. The message says which address, and what to look at. */
public final class ExchangeUnreachable extends RuntimeException {
    public ExchangeUnreachable(String message) {
        super(message);
    }
}
