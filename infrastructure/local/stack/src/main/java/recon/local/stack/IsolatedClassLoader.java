package recon.local.stack;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The class path of one embedded server, cut off from the application and from the other servers.
 *
 * <p>Only types of the JDK are shared, and those of packages that are named. What each logs is set under
 * {@code config/<server>/} of this package, whatever its jars bring.
 */
final class IsolatedClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final Set<String> OURS = Set.of("logback.xml", "log4j2.xml", "simplelogger.properties");

    private final String configFolder;

    /** @param shared beginnings of the names of classes that are the application's own */
    IsolatedClassLoader(String server, List<URL> classPath, List<String> shared) {
        super(
                "recon-" + server,
                classPath.toArray(URL[]::new),
                new SharedTypes(IsolatedClassLoader.class.getClassLoader(), shared));
        this.configFolder = "recon/local/stack/config/" + server + "/";
    }

    @Override
    public @Nullable URL findResource(String name) {
        return super.findResource(OURS.contains(name) ? configFolder + name : name);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        return super.findResources(OURS.contains(name) ? configFolder + name : name);
    }
}
