package recon.intake.page;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.OptionalInt;
import recon.binance.error.ErrorClass;
import recon.binance.error.Errors;
import recon.binance.error.ExchangeError;
import recon.binance.request.Reply;
import recon.binance.source.Cursor;
import recon.binance.source.ExcessiveRight;
import recon.binance.source.MalformedReply;
import recon.binance.source.MisplacedKey;
import recon.binance.source.NoProgress;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.UnknownSymbol;
import recon.binance.source.UnusablePage;

/** Judges an answer and reads it as a page of its source: the one place where bytes become something in the books. */
public final class PageReader {
    private final ObjectMapper json;

    /** @param json as {@code ExchangeJson} makes it */
    public PageReader(ObjectMapper json) {
        this.json = requireNonNull(json, "json is null");
    }

    /**
     * Reads an answer that is archived.
     *
     * @param archiveKey where
     * @param cursor the one it was asked with
     */
    public Understanding read(Source source, Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        return Errors.judge(reply, json)
                .<Understanding>map(Understanding.Refused::new)
                .orElseGet(() -> sound(source, reply, archiveKey, cursor, scope));
    }

    private static Understanding sound(Source source, Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        try {
            return new Understanding.Understood(source.read(reply, archiveKey, cursor, scope));
        } catch (UnusablePage unusable) {
            return new Understanding.Refused(error(unusable, reply));
        }
    }

    /** A sound answer that cannot be used is an error of the same seven classes. */
    private static ExchangeError error(UnusablePage unusable, Reply reply) {
        ErrorClass errorClass = switch (unusable) {
            case MisplacedKey misplaced -> ErrorClass.API_KEY_INVALID;
            case ExcessiveRight excessive -> ErrorClass.API_KEY_INVALID;
            case UnknownSymbol unknown -> ErrorClass.INVALID_SYMBOL;
            case MalformedReply malformed -> ErrorClass.UNKNOWN;
            case NoProgress stuck -> ErrorClass.PARAMETER_ERROR;
        };
        return new ExchangeError(
                errorClass,
                reply.request().host(),
                reply.request().path(),
                reply.status(),
                OptionalInt.empty(),
                requireNonNull(unusable.getMessage()),
                Optional.empty());
    }
}
