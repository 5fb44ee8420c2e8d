package recon.resync.replay;

import java.util.Map;
import recon.storage.work.Task;

/** Reads one archived object again. Reading it twice changes nothing. */
@FunctionalInterface
interface ObjectReplay {
    /**
     * Reads it.
     *
     * @param task what is worked on
     * @param key the object's
     * @return what came of it, in terms of {@link Counts}
     * @throws recon.storage.StorageException.Malformed if it is damaged
     */
    Map<String, Long> read(Task task, String key);
}
