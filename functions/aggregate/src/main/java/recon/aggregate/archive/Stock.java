package recon.aggregate.archive;

import static java.util.Objects.requireNonNull;

import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.ArchivePacks;

/**
 * Where answers are kept.
 *
 * @param archive each for itself
 * @param index what there is
 * @param packs copies of many
 */
public record Stock(Archive archive, ArchiveIndex index, ArchivePacks packs) {
    public Stock {
        requireNonNull(archive, "archive is null");
        requireNonNull(index, "index is null");
        requireNonNull(packs, "packs is null");
    }
}
