package recon.ledger;

import static java.util.Objects.requireNonNull;

/**
 * One exchange account, main or sub.
 *
 * @param id the exchange's own uid, as text (source: {@code GET /api/v3/account}, field {@code uid})
 * @param email what people see in reports; comes from the configuration
 */
public record Account(String id, String email) {
    public Account {
        requireNonNull(id, "id is null");
        requireNonNull(email, "email is null");
    }
}
