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
 * <p>The parent is the platform loader, so that only types of the JDK are shared. What each logs is set
 * under {@code config/<server>/} of this package, whatever its jars bring.
 */
final class IsolatedClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final Set<String> OURS = Set.of("logback.xml", "log4j2.xml", "simplelogger.properties");

    private final String configFolder;

    IsolatedClassLoader(String server, List<URL> classPath) {
        super("recon-" + server, classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
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
