package recon.local.check;

import static java.util.Objects.requireNonNull;

import recon.binance.error.ExchangeError;
import recon.binance.request.Reply;

/** What a question came to. */
public sealed interface Answer {
    /**
     * It was answered.
     *
     * @param reply that is no error
     */
    record Given(Reply reply) implements Answer {
        public Given {
            requireNonNull(reply, "reply is null");
        }
    }

    /**
     * It was refused, or nothing came.
     *
     * @param error why
     */
    record Refused(ExchangeError error) implements Answer {
        public Refused {
            requireNonNull(error, "error is null");
        }
    }
}
