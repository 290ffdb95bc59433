package md.portar.gateway.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/** A class's simple name must not match. */
final class NotBeNamed extends ArchCondition<JavaClass> {
    private final Pattern banned;

    NotBeNamed(Pattern banned) {
        super("not be named " + banned);
        this.banned = banned;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (banned.matcher(type.getSimpleName()).matches()) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " has a name that says nothing"));
        }
    }
}
