package recon.local.stack.server;

import com.adobe.testing.s3mock.s3.service.BucketService;
import com.adobe.testing.s3mock.s3.service.ObjectService;
import java.io.Closeable;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

/** S3Mock on one plain connector; its own start method opens two, one of them on every address. */
public final class S3Server implements Closeable, Supplier<URI> {
    // Tomcat logs through the JDK, whose loggers are forgotten, with their level, unless someone holds them.
    private static final List<Logger> TOMCAT =
            List.of(Logger.getLogger("org.apache.catalina"), Logger.getLogger("org.apache.coyote"));

    static {
        TOMCAT.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    private final ConfigurableApplicationContext context;
    private final AtomicReference<ObjectFiles> files = new AtomicReference<>();
    private final URI endpoint;

    public S3Server(Path folder) throws Exception {
        // It would set the one factory for URLs that a process can have.
        TomcatURLStreamHandlerFactory.disable();
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        Class<?> application = Class.forName("com.adobe.testing.s3mock.S3MockApplication");
        context = new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(settings(folder, host))
                .initializers(starting -> starting.getBeanFactory().addBeanPostProcessor(new Adaptation(files)))
                .run();
        endpoint =
                URI.create("http://" + host + ":" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static Map<String, Object> settings(Path folder, String host) {
        return Map.ofEntries(
                Map.entry("server.address", host),
                Map.entry("server.port", "0"),
                Map.entry("server.ssl.enabled", "false"),
                Map.entry("http.port", "0"),
                Map.entry("com.adobe.testing.s3mock.store.root", folder.toString()),
                Map.entry("com.adobe.testing.s3mock.store.retain-files-on-exit", "true"),
                Map.entry("logging.register-shutdown-hook", "false"),
                Map.entry("logging.config", "classpath:logback.xml"));
    }

    @Override
    public URI get() {
        return endpoint;
    }

    /** Makes a client that does in the caller's thread what the server behind the socket would do. */
    public UnaryOperator<S3Client> client() {
        BucketService buckets = context.getBean(BucketService.class);
        ObjectService objects = context.getBean(ObjectService.class);
        return other -> new NearObjects(other, buckets, objects);
    }

    @Override
    public void close() {
        context.close();
        Optional.ofNullable(files.get()).ifPresent(ObjectFiles::close);
    }

    /** Takes away the second connector, which listens on all addresses, and puts our own files under the store. */
    private static final class Adaptation implements BeanPostProcessor {
        private final AtomicReference<ObjectFiles> files;

        Adaptation(AtomicReference<ObjectFiles> files) {
            this.files = files;
        }

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof TomcatServletWebServerFactory factory) {
                factory.getAdditionalConnectors().clear();
            }
            if (bean.getClass() == JsonMapper.class) {
                ObjectFiles ours = new ObjectFiles((JsonMapper) bean);
                files.set(ours);
                return ours;
            }
            return bean;
        }
    }
}
