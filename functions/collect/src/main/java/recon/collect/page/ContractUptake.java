package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import recon.binance.source.ContractWalk;
import recon.binance.source.Page;
import recon.intake.page.Books;

/** What is read contract by contract books nothing: it is in the archive, and the bookmark moves on. */
final class ContractUptake implements Uptake {
    private final Books books;
    private final InstantSource clock;

    ContractUptake(Books books, InstantSource clock) {
        this.books = requireNonNull(books, "books is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Taken take(SymbolWalk walk, Page page) {
        books.write(page.observations(), clock.instant());
        return new Taken(page.next(), false, Map.of());
    }

    @Override
    public Optional<Instant> lastActive(Page last) {
        return ContractWalk.newest(last.next());
    }
}
