package recon.collect.page;

import java.util.List;
import java.util.stream.Stream;
import recon.ledger.row.Observation;
import recon.ledger.row.Sighted;
import recon.storage.execution.SightedOrder;

/** The orders among what a page tells. */
final class Sightings {
    private Sightings() {}

    static List<SightedOrder> of(List<Observation> page) {
        return page.stream()
                .flatMap(observation -> observation instanceof Sighted sighted
                        ? Stream.of(new SightedOrder(sighted.order(), sighted.baseAsset(), sighted.quoteAsset()))
                        : Stream.empty())
                .toList();
    }
}
