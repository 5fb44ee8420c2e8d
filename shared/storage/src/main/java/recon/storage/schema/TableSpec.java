package recon.storage.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A table, in terms that a cloud stack can reuse.
 *
 * @param name without the prefix of the installation
 * @param sorted whether it has the sort key {@link Schema#SORT} beside {@link Schema#PARTITION}
 * @param index its sparse index, if it has one
 * @param expiry the attribute with the epoch second after which an item may go; only for what can be derived again
 */
public record TableSpec(String name, boolean sorted, Optional<Index> index, Optional<String> expiry) {
    /**
     * A sparse secondary index: items without its keys are not in it.
     *
     * @param name of the index
     * @param partition a text attribute
     * @param sort a number attribute
     * @param projected further attributes that it carries
     */
    public record Index(String name, String partition, String sort, List<String> projected) {
        public Index {
            requireNonNull(name, "name is null");
            requireNonNull(partition, "partition is null");
            requireNonNull(sort, "sort is null");
            projected = List.copyOf(projected);
        }
    }

    public TableSpec {
        requireNonNull(name, "name is null");
        requireNonNull(index, "index is null");
        requireNonNull(expiry, "expiry is null");
    }
}
