package recon.binance.request;

/** How a request is sent. Some reads of the exchange are POSTs: their parameters are in the query all the same. */
public enum Method {
    GET,
    POST
}
