package recon.aggregate.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Of which times something was asked for. */
final class Coverage {
    private record Span(Instant from, Instant to) {}

    private final List<Span> spans = new ArrayList<>();

    /** @param to the last millisecond */
    void add(Instant from, Instant to) {
        spans.add(new Span(from, to));
    }

    /** From when on without a gap until the last of them; empty if there are none. */
    Optional<Instant> since() {
        Optional<Instant> since = Optional.empty();
        for (Span span :
                spans.stream().sorted(Comparator.comparing(Span::to).reversed()).toList()) {
            if (since.filter(first -> span.to().plusMillis(1).isBefore(first)).isPresent()) {
                return since;
            }
            since = since.filter(first -> first.isBefore(span.from())).or(() -> Optional.of(span.from()));
        }
        return since;
    }
}
