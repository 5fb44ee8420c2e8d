package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** One path that can be asked. */
interface Endpoint {
    /** Who may ask. */
    enum Access {
        /** Anybody. */
        OPEN,
        /** Any account, signed. */
        SIGNED,
        /** The main account, signed. */
        MAIN,
        /** A sub-account, signed. */
        SUB
    }

    /** Which budget it draws on. */
    enum Charge {
        /** The pool of {@code /api}. */
        API,
        /** The pool of {@code /fapi}. */
        FAPI,
        /** The futures host's budget for funding rates. */
        FUNDING,
        /** None: it is another host. */
        NONE,
        /** Its own, per IP. */
        SAPI_IP,
        /** Its own, per account. */
        SAPI_UID
    }

    String path();

    /** The HTTP method that it takes. */
    default String method() {
        return "GET";
    }

    Access access();

    default Charge charge() {
        if (path().startsWith("/fapi/")) {
            return Charge.FAPI;
        }
        return path().startsWith("/api/") ? Charge.API : Charge.SAPI_IP;
    }

    default int weight(Parameters parameters) {
        return 1;
    }

    /** Names it reads, besides those of the signature. */
    Set<String> parameters();

    /** The whole answer where it is not JSON; empty where {@link #answer} writes it. */
    default Optional<Answer> whole(Asked asked) throws Refusal {
        return Optional.empty();
    }

    /** Writes the answer's body. */
    void answer(Asked asked, JsonGenerator json) throws IOException, Refusal;
}
