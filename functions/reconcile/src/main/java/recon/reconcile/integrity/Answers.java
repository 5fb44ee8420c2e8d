package recon.reconcile.integrity;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import recon.ledger.integrity.ArchivedRow;
import recon.ledger.integrity.DayIntegrity;
import recon.ledger.integrity.Finding;
import recon.storage.StorageException;
import recon.storage.archive.Archive;
import recon.storage.archive.RawResponse;
import recon.storage.item.Lanes;

/** Fetches archived answers, each once and a few at a time, and has them checked. */
final class Answers {
    /** How many are in memory at the same time. */
    private static final int TOGETHER = 10;

    private final Archive archive;

    Answers(Archive archive) {
        this.archive = requireNonNull(archive, "archive is null");
    }

    /** What is wrong with the answers at these keys. */
    List<Finding> check(List<String> keys, DayIntegrity integrity) {
        List<Finding> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += TOGETHER) {
            List<Callable<List<Finding>>> some = keys.subList(from, Math.min(from + TOGETHER, keys.size())).stream()
                    .map(key -> (Callable<List<Finding>>) () -> check(key, integrity))
                    .toList();
            Lanes.all(some).forEach(found::addAll);
        }
        return found;
    }

    private List<Finding> check(String key, DayIntegrity integrity) {
        RawResponse response;
        try {
            response = archive.get(key);
        } catch (StorageException.Missing e) {
            return integrity.missing(key).stream().toList();
        } catch (StorageException.Malformed e) {
            return integrity.damaged(key).stream().toList();
        }
        Optional<List<ArchivedRow>> rows = RawRows.of(response);
        return rows.map(given -> integrity.ofPage(response.source(), key, given))
                .orElseGet(() -> integrity.damaged(key).stream().toList());
    }
}
