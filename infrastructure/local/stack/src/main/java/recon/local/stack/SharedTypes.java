package recon.local.stack;

import java.util.List;

/**
 * The parent of an isolated class path that shares some types with the application, so that both can call each other.
 * What the application does not have is left to the isolated class path.
 */
final class SharedTypes extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final ClassLoader application;
    private final List<String> packages;

    /**
     * Shares whole packages.
     *
     * @param packages beginnings of class names
     */
    SharedTypes(ClassLoader application, List<String> packages) {
        super("recon-shared", ClassLoader.getPlatformClassLoader());
        this.application = application;
        this.packages = List.copyOf(packages);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (packages.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return application.loadClass(name);
    }
}
