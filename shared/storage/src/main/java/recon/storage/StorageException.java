package recon.storage;

/** What storage cannot do, said for people. Failures of AWS itself stay the SDK's own exceptions. */
public abstract sealed class StorageException extends RuntimeException {
    private StorageException(String message) {
        super(message);
    }

    /** Something that is referred to is not there. */
    public static final class Missing extends StorageException {
        public Missing(String what, String key) {
            super(what + " is not there: " + key);
        }
    }

    /** Something stored or received cannot be read. */
    public static final class Malformed extends StorageException {
        public Malformed(String what, String why) {
            super(what + " cannot be read: " + why);
        }
    }

    /** Others wrote to the same place every time we tried. */
    public static final class Contended extends StorageException {
        public Contended(String what, int attempts) {
            super(what + ": gave up after " + attempts + " attempts, others write to it all the time");
        }
    }

    /** AWS took a part and refused the rest, every time we tried. */
    public static final class Refused extends StorageException {
        public Refused(String what, String why) {
            super(what + " was refused: " + why);
        }
    }

    /** This process was told to stop while it waited. */
    public static final class Interrupted extends StorageException {
        public Interrupted(String what) {
            super("interrupted: " + what);
        }
    }
}
