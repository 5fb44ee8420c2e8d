package recon.binance.rights;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.ExcessiveRight;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.Rhythm;
import recon.binance.source.Scope;
import recon.binance.source.Source;

/**
 * {@code GET /sapi/v1/account/apiRestrictions}: one page. It says nothing about the books; a key that may do more than
 * read is refused by the name of the right.
 */
public final class ApiRestrictions implements Source {
    /** The name of the source. */
    public static final String NAME = "api-restrictions";

    // No record reads it: a right that we do not know yet must not be overlooked.
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/sapi/v1/account/apiRestrictions", Reach.ACCOUNT, Phase.KEYS, Price.sapiIp(1), List.of());

    private final ObjectMapper json;

    /** @param json as {@code ExchangeJson} makes it */
    public ApiRestrictions(ObjectMapper json) {
        this.json = requireNonNull(json, "json is null");
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Set<Rhythm> rhythms() {
        return EnumSet.allOf(Rhythm.class);
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        KeyRights rights = KeyRights.of(reply, json);
        rights.refused().ifPresent(right -> {
            throw new ExcessiveRight(scope.account().email(), right);
        });
        return new Page(List.of(), rights.granted().size(), Cursor.FINISHED);
    }
}
