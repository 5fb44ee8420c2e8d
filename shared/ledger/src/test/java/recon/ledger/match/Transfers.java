package recon.ledger.match;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.ledger.Account;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.booking.OwnTransfer;
import recon.ledger.booking.Party;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.entry.Booking;

/** Transfers among a main account, 1, and two sub-accounts, 2 and 3. */
final class Transfers {
    static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    static final List<Account> ACCOUNTS = List.of(
            new Account("1", "main@example.com"),
            new Account("2", "sub1@example.com"),
            new Account("3", "sub2@example.com"));

    private static final RawRef RAW = new RawRef("raw/test", 0);

    private Transfers() {}

    /** A side of a universal transfer. */
    static Party party(String id, Wallet wallet) {
        return ACCOUNTS.stream()
                .filter(account -> account.id().equals(id))
                .map(account -> new Party(account.email(), Optional.of(id), wallet))
                .findFirst()
                .orElseGet(() -> new Party("stranger@example.com", Optional.empty(), wallet));
    }

    static List<Booking> universal(long id, Party from, Party to, String usdt, Instant at) {
        return new UniversalTransfer("1", id, from, to, "USDT", new BigDecimal(usdt), "SUCCESS", at)
                .observe(at, RAW)
                .bookings();
    }

    static List<Booking> own(String account, long id, Wallet from, Wallet to, String usdt, Instant at) {
        return new OwnTransfer(account, id, from, to, "USDT", new BigDecimal(usdt), "CONFIRMED", at)
                .observe(at, RAW)
                .bookings();
    }

    static Booking income(String account, String type, long id, String usdt, Instant at) {
        return new FuturesIncome(account, type, id, "", "USDT", new BigDecimal(usdt), at)
                .observe(RAW)
                .booking();
    }
}
