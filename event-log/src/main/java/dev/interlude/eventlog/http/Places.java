package dev.interlude.eventlog.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where in a body something is wrong, as JSON pointer (RFC 6901), and what should hold there. */
final class Places {

    private Places() {}

    static String of(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        int depth = 0;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            // the first two nodes are the method and its parameter
            if (depth++ >= 2 && node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    static String of(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(r ->
                        r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    static String rule(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "no such member";
        }
        if (failure instanceof InvalidFormatException format) {
            return "not a valid " + readable(format.getTargetType());
        }
        if (failure.getCause() instanceof IllegalArgumentException cause
                && cause.getMessage() != null) {
            return cause.getMessage();
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return "must be " + readable(mismatch.getTargetType());
        }
        return "not acceptable";
    }

    private static String readable(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return "value, one of " + Arrays.toString(type.getEnumConstants());
        }
        return switch (type.getSimpleName()) {
            case "Instant" -> "RFC 3339 instant";
            case "Duration" -> "ISO 8601 duration";
            case "ZoneId" -> "IANA zone";
            case "String" -> "string";
            case "boolean", "Boolean" -> "boolean";
            case "int", "Integer", "long", "Long" -> "whole number";
            case "List", "ArrayList", "Set" -> "array";
            default -> "object";
        };
    }
}
