package dev.interlude.story;

import java.util.ArrayList;
import java.util.List;

/** Compares an answer with what an act expects. */
final class Judge {

    private Judge() {}

    /** What differs, in words; empty when all is as expected. */
    static List<String> differences(Expect expect, Answer answer, Variables variables) {
        List<String> found = new ArrayList<>();
        Integer status = expect.status();
        if (status == null ? answer.status() / 100 != 2 : answer.status() != status) {
            found.add(
                    "status "
                            + answer.status()
                            + " instead of "
                            + (status == null ? "2xx" : status));
        }
        if (expect.code() != null && !expect.code().equals(answer.code())) {
            found.add("code '" + answer.code() + "' instead of '" + expect.code() + "'");
        }
        if (expect.gates() != null
                && !expect.gates().stream().sorted().toList().equals(answer.gates())) {
            found.add("gates " + answer.gates() + " instead of " + expect.gates());
        }
        if (expect.events() != null && !expect.events().equals(answer.events())) {
            found.add("events " + answer.events() + " instead of " + expect.events());
        }
        expect.json()
                .forEach((pointer, wanted) -> {
                    String value = variables.fill(wanted).asText();
                    String is = answer.json().at(pointer).asText();
                    if (!value.equals(is)) {
                        found.add(pointer + " is '" + is + "' instead of '" + value + "'");
                    }
                });
        expect.contains().stream()
                .map(variables::fill)
                .filter(text -> !answer.text().contains(text))
                .forEach(text -> found.add("there is no '" + text + "'"));
        expect.lacks().stream()
                .map(variables::fill)
                .filter(text -> answer.text().contains(text))
                .forEach(text -> found.add("there is '" + text + "'"));
        return found;
    }
}
