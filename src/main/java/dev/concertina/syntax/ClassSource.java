package dev.concertina.syntax;

import java.util.List;
import java.util.Map;

/**
 * A file of classes.
 *
 * @param imports where the names that it imports come from: {@code Base} from {@code org.a.Base}
 * @param open whether it also imports names without saying which
 * @param classes its classes, nested ones too
 */
public record ClassSource(Map<String, String> imports, boolean open, List<SourceClass> classes) {}
