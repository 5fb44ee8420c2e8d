package recon.binance.error;

import java.util.Optional;
import recon.binance.request.Reply;

/** Says an error in words: what happened, where, what to do. */
final class Wording {
    private static final int LONGEST = 200;
    private static final int WRONG_KEY = -2015;
    private static final int CLOCK = -1021;

    private Wording() {}

    static String of(Reply reply, Envelope envelope, ErrorClass errorClass) {
        return "GET " + reply.request().path() + " " + happened(reply, envelope) + ": "
                + advice(reply, envelope, errorClass);
    }

    private static String happened(Reply reply, Envelope envelope) {
        if (reply.status() == 0) {
            return "was not answered (" + reply.failure().orElse("no reason known") + ")";
        }
        String status = "answered " + reply.status();
        if (envelope.code().isPresent()) {
            return status + " with code " + envelope.code().getAsInt() + said(envelope.message());
        }
        if (!reply.complete()) {
            return status + " with a body cut short (" + reply.failure().orElse("fewer bytes than announced") + ")";
        }
        return status
                + switch (envelope.shape()) {
                    case EMPTY -> " with an empty body";
                    case HTML -> " with a web page instead of JSON";
                    case CUT -> " with JSON that ends in the middle";
                    case MALFORMED -> " with something that is not JSON";
                    case JSON -> " without an error code";
                };
    }

    private static String said(String message) {
        String plain = message.replaceAll("\\p{Cntrl}", " ").strip();
        String brief = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
        return brief.isEmpty() ? "" : " \"" + brief + "\"";
    }

    private static String advice(Reply reply, Envelope envelope, ErrorClass errorClass) {
        return special(reply, envelope).orElseGet(() -> switch (errorClass) {
            case API_KEY_INVALID -> "check the API key and its secret";
            case RATE_LIMIT -> "wait, then ask again";
            case PARAMETER_ERROR -> "the request itself is refused; asking again will not help";
            case INSUFFICIENT_BALANCE -> "the account holds too little for what was asked";
            case NETWORK_ERROR -> "ask again after a while";
            case INVALID_SYMBOL -> "the symbol is not known or closed; refresh the exchange info";
            case UNKNOWN -> "not a known error; look at the archived answer";
        });
    }

    private static Optional<String> special(Reply reply, Envelope envelope) {
        int code = envelope.code().orElse(0);
        return Optional.ofNullable(
                switch (reply.status()) {
                    case 418 -> "this address is banned for a while; send nothing until then";
                    case 451 -> "the exchange does not serve this place; run from another";
                    case 403 -> envelope.code().isPresent() ? null : "the exchange's firewall refused it; wait long";
                    default ->
                        switch (code) {
                            case WRONG_KEY ->
                                "the key is wrong, lacks a permission, or this address is not on its list; check all"
                                        + " three";
                            case CLOCK -> "our time stamp was refused; the exchange's clock is read again first";
                            default -> null;
                        };
                });
    }
}
