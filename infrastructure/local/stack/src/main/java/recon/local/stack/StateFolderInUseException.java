package recon.local.stack;

import java.nio.file.Path;

/** Another stack, of this process or another, has its data in the folder. */
public final class StateFolderInUseException extends RuntimeException {
    StateFolderInUseException(Path folder) {
        super(folder + " is in use by another running stack: stop that one first, or choose another folder");
    }
}
