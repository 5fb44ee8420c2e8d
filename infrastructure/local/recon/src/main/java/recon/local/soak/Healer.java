package recon.local.soak;

import java.time.LocalDate;
import java.util.List;
import recon.collect.heal.ErrorBook;
import recon.collect.heal.Healing;
import recon.simulator.draw.Draw;
import recon.storage.event.EventBus;
import recon.storage.execution.ExecutionBook;

/** The daily check of the streams against the exchange's lists, by one who may die: the real healing. */
final class Healer {
    private static final int CALLS = 60;

    private final Site site;
    private final Books books;
    private final DailyCheck check;
    private final Draw draw;

    Healer(Site site, Books books) {
        this.site = site;
        this.books = books;
        this.draw = site.draw("healer");
        this.check = new DailyCheck(
                site.readers,
                books.symbols(),
                site.marks::of,
                new Lists(site.exchange, site.time, books.symbols(), site.conditions.page()));
    }

    /** Checks these days. It may die on the way, and is done again then. */
    void heal(List<LocalDate> days) {
        if (site.without(Guard.HEALING)) {
            return;
        }
        if (draw.chance(site.conditions.crashPercent())) {
            Mortal mortal = new Mortal(draw.between(1, CALLS), draw.chance(50), true);
            try {
                check.heal(
                        days,
                        new Healing(
                                mortal.reached(ExecutionBook.class, books.book),
                                mortal.reached(ErrorBook.class, books.errors()),
                                mortal.reached(EventBus.class, books),
                                site.time));
            } catch (Mortal.Killed e) {
                // Done again below, by one who knows the bookmarks only.
            }
        }
        check.heal(days, new Healing(books.book, books.errors(), books, site.time));
    }
}
