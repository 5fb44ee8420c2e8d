package recon.local.demo;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Notes every type of ours that a mapper reads or writes field by field. */
final class TouchedTypes extends SimpleModule {
    private final transient Set<String> names = new ConcurrentSkipListSet<>();

    TouchedTypes() {
        super("touched-types");
        setDeserializerModifier(new BeanDeserializerModifier() {
            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
                note(bean);
                return deserializer;
            }
        });
        setSerializerModifier(new BeanSerializerModifier() {
            @Override
            public JsonSerializer<?> modifySerializer(
                    SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
                note(bean);
                return serializer;
            }
        });
    }

    private void note(BeanDescription bean) {
        Class<?> type = bean.getBeanClass();
        if (type.getName().startsWith("recon.") && !type.getName().startsWith("recon.local.")) {
            names.add(type.getName());
        }
    }

    Set<String> names() {
        return names;
    }
}
