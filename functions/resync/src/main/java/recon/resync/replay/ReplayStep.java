package recon.resync.replay;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import recon.binance.source.Source;
import recon.storage.event.Collected;
import recon.storage.execution.ReportArchive;
import recon.storage.position.AnnotationBook;
import recon.storage.registry.Resolutions;
import recon.storage.work.Run;
import recon.storage.work.Step;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/** Some archived objects of one task. Made anew for every message. */
final class ReplayStep implements Step {
    private final Map<String, Source> sources;
    private final ObjectWalk walk;
    private final PageReplay pages;
    private final ReportReplay reports;
    private final ResolutionReplay resolutions;
    private final AnnotationReplay annotations;
    private final ClosingStep closing;
    private final ClosingStep folding;

    ReplayStep(
            Map<String, Source> sources,
            ObjectWalk walk,
            PageReplay pages,
            ReportReplay reports,
            ResolutionReplay resolutions,
            AnnotationReplay annotations,
            ClosingStep closing,
            ClosingStep folding) {
        this.sources = Map.copyOf(sources);
        this.walk = requireNonNull(walk, "walk is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.reports = requireNonNull(reports, "reports is null");
        this.resolutions = requireNonNull(resolutions, "resolutions is null");
        this.annotations = requireNonNull(annotations, "annotations is null");
        this.closing = requireNonNull(closing, "closing is null");
        this.folding = requireNonNull(folding, "folding is null");
    }

    @Override
    public StepOutcome next(Task task, Run run) {
        return switch (task.name()) {
            case Collected.SOURCE -> closing.next(task);
            case Collected.FUTURES_SOURCE -> folding.next(task);
            case ReportArchive.SOURCE -> walk.next(task, reports);
            case Resolutions.SOURCE -> walk.next(task, resolutions);
            case AnnotationBook.SOURCE -> walk.next(task, annotations);
            default ->
                Optional.ofNullable(sources.get(task.name()))
                        .map(source -> walk.next(task, pages.of(source)))
                        .orElseGet(() -> new StepOutcome.Failed(
                                "no source is called " + task.name() + ": nobody can say what it means for the books"));
        };
    }
}
