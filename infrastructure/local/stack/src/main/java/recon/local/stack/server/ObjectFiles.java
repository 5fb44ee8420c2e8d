package recon.local.stack.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads and writes the files in which S3Mock keeps what it knows of buckets and objects: whole or not at all, and from memory
 * where it was read before.
 */
public final class ObjectFiles extends JsonMapper {
    private static final String BUCKET_FILE = "bucketMetadata.json";
    private static final String JOURNAL = ".journal";
    private static final int OBJECTS_IN_MEMORY = 50_000;

    private final transient JsonMapper bucketMapper;
    private final transient Map<File, Object> buckets = new ConcurrentHashMap<>();
    private final transient Map<File, Object> objects = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<File, Object> eldest) {
            return size() > OBJECTS_IN_MEMORY;
        }
    });

    ObjectFiles(JsonMapper original) {
        super(original.rebuild());
        bucketMapper = original.rebuild()
                .addModule(new SimpleModule("keys").addAbstractTypeMapping(Map.class, JournaledKeys.class))
                .build();
    }

    @Override
    public <T> T readValue(File file, Class<T> type) {
        if (file.getName().equals(BUCKET_FILE)) {
            return type.cast(buckets.computeIfAbsent(file, absent -> openBucket(file, type)));
        }
        Object known = objects.get(file);
        if (known == null) {
            known = super.readValue(file, type);
            objects.put(file, known);
        }
        return type.cast(known);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // only the very instance has keys that are journaled
    public void writeValue(File file, Object value) {
        if (!file.getName().equals(BUCKET_FILE)) {
            replace(file, value);
            objects.put(file, value);
        } else if (buckets.get(file) != value) {
            Object before = buckets.remove(file);
            replace(file, value);
            // A cut between these two is harmless: the journal leads again to what the file already says.
            forgetJournal(file, before);
        }
    }

    /** Lets go of the files. */
    void close() {
        buckets.values().forEach(bucket -> forget(keysOf(bucket)));
    }

    private Object openBucket(File file, Class<?> type) {
        Object bucket = bucketMapper.readValue(file, type);
        try {
            keysOf(bucket).open(journalOf(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the keys of " + file, e);
        }
        return bucket;
    }

    private void replace(File file, Object value) {
        Path whole = file.toPath().resolveSibling(file.getName() + ".new");
        super.writeValue(whole.toFile(), value);
        try {
            Files.move(whole, file.toPath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static void forgetJournal(File file, @Nullable Object before) {
        if (before != null) {
            forget(keysOf(before));
        }
        try {
            Files.deleteIfExists(journalOf(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the journal of " + file, e);
        }
    }

    private static void forget(JournaledKeys keys) {
        try {
            keys.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the keys of a bucket", e);
        }
    }

    private static Path journalOf(File file) {
        return file.toPath().resolveSibling(file.getName() + JOURNAL);
    }

    private static JournaledKeys keysOf(Object bucket) {
        try {
            Field keys = bucket.getClass().getDeclaredField("_objects");
            keys.setAccessible(true);
            return (JournaledKeys) keys.get(bucket);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not the S3Mock that this class was written for", e);
        }
    }
}
