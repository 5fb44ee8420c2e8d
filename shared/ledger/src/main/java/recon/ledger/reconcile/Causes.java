package recon.ledger.reconcile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import recon.ledger.entry.Booking;

/** The probable cause of a variance, as far as the books alone can tell. */
final class Causes {
    static final String BOOKS_BEGIN = "books begin here";

    private static final String RECEIVED = "received through no collected source";
    private static final String GIVEN = "given through no collected source";

    private final DayToClose day;
    private final Set<String> ambiguous;

    Causes(DayToClose day, List<Booking> ambiguous) {
        this.day = day;
        this.ambiguous = ambiguous.stream()
                .flatMap(booking -> Movements.legs(booking, day.wallet()))
                .map(leg -> leg.asset())
                .collect(Collectors.toSet());
    }

    String of(String asset, Optional<BigDecimal> variance) {
        if (variance.isEmpty()) {
            return "no capture";
        }
        BigDecimal difference = variance.get();
        if (difference.signum() == 0) {
            return "";
        }
        if (!day.gaps().isEmpty()) {
            return "not collected: " + String.join(", ", day.gaps());
        }
        if (ambiguous.contains(asset)) {
            return "boundary_ambiguous: movements around the capture";
        }
        return difference.signum() > 0 ? RECEIVED : GIVEN;
    }

    /** The same of a debt: more or less is owed than was booked. */
    String ofDebt(String asset, Optional<BigDecimal> variance) {
        String cause = of(asset, variance);
        return switch (cause) {
            case RECEIVED -> "owed through no collected source";
            case GIVEN -> "paid back through no collected source";
            default -> cause;
        };
    }
}
