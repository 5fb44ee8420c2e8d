package recon.resync.replay;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import recon.storage.position.AnnotationBook;
import recon.storage.work.Task;

/** Writes again what was written about a trade. */
final class AnnotationReplay implements ObjectReplay {
    private final AnnotationBook annotations;

    AnnotationReplay(AnnotationBook annotations) {
        this.annotations = requireNonNull(annotations, "annotations is null");
    }

    @Override
    public Map<String, Long> read(Task task, String key) {
        return Map.of(Counts.RESTORED, annotations.restore(key) ? 1L : 0L);
    }
}
