package recon.ledger.position.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the store says of an entry.
 *
 * @param id made from the {@code binance_trade_id}, so that every sync gives an entry the same one
 * @param userId who uses the account; empty where nobody said so
 * @param tradingAccountId the account
 * @param createdAt when it was first written, UTC
 * @param updatedAt when it was last changed, UTC
 * @param deletedAt when it was put aside, UTC; it is never erased
 * @param needsResync whether its numbers are in doubt
 */
public record SystemFields(
        UUID id,
        Optional<String> userId,
        String tradingAccountId,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> deletedAt,
        boolean needsResync) {
    public SystemFields {
        requireNonNull(id, "id is null");
        requireNonNull(userId, "userId is null");
        requireNonNull(tradingAccountId, "tradingAccountId is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
        requireNonNull(deletedAt, "deletedAt is null");
    }

    /** Those of an entry that is new. */
    public static SystemFields created(String binanceTradeId, String accountId, Instant now) {
        return new SystemFields(
                UUID.nameUUIDFromBytes(binanceTradeId.getBytes(UTF_8)),
                Optional.empty(),
                accountId,
                now,
                now,
                Optional.empty(),
                false);
    }
}
