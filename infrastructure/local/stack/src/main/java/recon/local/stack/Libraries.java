package recon.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The folder that holds the jars of the embedded servers, one folder each, as the build of this module gathers them.
 *
 * @param folder contains {@code dynamodb}, {@code elasticmq} and {@code s3mock}
 */
record Libraries(Path folder) {
    /** Names the folder where it cannot be found by itself. */
    static final String PROPERTY = "recon.stack.libraries";

    private static final String GATHERED = "embedded";
    private static final String LIST = "classpath";
    private static final Path IN_SOURCE_TREE = Path.of("infrastructure", "local", "stack", "target", GATHERED);

    static Libraries find() {
        return candidates().stream()
                .filter(Libraries::holdsServers)
                .findFirst()
                .map(Libraries::new)
                .orElseThrow(
                        () -> new IllegalStateException("The jars of the embedded servers were not found in any of "
                                + candidates()
                                + ". Build them with './mvnw -pl infrastructure/local/stack -am package',"
                                + " or name their folder with -D" + PROPERTY));
    }

    static Libraries in(Path folder) {
        if (!holdsServers(folder)) {
            throw new IllegalStateException(folder + " does not hold the jars of the embedded servers");
        }
        return new Libraries(folder);
    }

    /** The jars of one server, then the code of this module, which its entry class comes from. */
    List<URL> classPathOf(String server) {
        Path jars = folder.resolve(server);
        try {
            List<URL> urls = new ArrayList<>();
            for (String entry : Files.readString(jars.resolve(LIST)).strip().split("\\|", -1)) {
                urls.add(url(jars.resolve(entry.substring(entry.lastIndexOf('/') + 1))));
            }
            urls.add(url(ownCode()));
            return List.copyOf(urls);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the jars of " + server, e);
        }
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            candidates.add(Path.of(named));
        }
        for (Path above = ownCode().getParent(); above != null; above = above.getParent()) {
            candidates.add(above.resolve(GATHERED));
            candidates.add(above.resolve(IN_SOURCE_TREE));
        }
        // Where the build of another module took this one from the local repository.
        String root = System.getProperty("recon.root");
        if (root != null) {
            candidates.add(Path.of(root).resolve(IN_SOURCE_TREE));
        }
        return List.copyOf(candidates);
    }

    private static boolean holdsServers(Path folder) {
        return EmbeddedServer.names().stream()
                .allMatch(name -> Files.isRegularFile(folder.resolve(name).resolve(LIST)));
    }

    private static Path ownCode() {
        try {
            return Path.of(
                    Objects.requireNonNull(Libraries.class.getProtectionDomain().getCodeSource(), "code source is null")
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place this class was loaded from is not a file", e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
