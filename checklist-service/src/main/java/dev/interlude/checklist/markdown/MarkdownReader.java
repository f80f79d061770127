package dev.interlude.checklist.markdown;

import dev.interlude.checklist.checklist.Phase;
import dev.interlude.checklist.checklist.PlanRules;
import dev.interlude.checklist.checklist.StepDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a checklist. What is a heading and where a list item ends is CommonMark's business; the
 * text of an item is taken as it stands.
 */
public final class MarkdownReader {

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final Pattern ITEM =
            Pattern.compile("\\s*(?:[-*+]|\\d{1,9}[.)])\\s+\\[([ xX])](?:\\s+(.*))?");
    private static final Pattern BRACES =
            Pattern.compile("(.*?)\\s*\\{((?:[^{}\"]|\"(?:[^\"\\\\]|\\\\.)*\")*)}\\s*");
    private static final String UNTITLED = "Checklist";

    private final List<String> lines;
    private final List<StepDraft> steps = new ArrayList<>();
    private final List<Integer> stepLines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable String title;
    private Phase phase = Phase.CARRY_OUT;

    private MarkdownReader(String text) {
        this.lines = text.lines().toList();
    }

    /**
     * Reads a document.
     *
     * @throws UnreadableMarkdown with the line, when it is no checklist
     */
    public static MarkdownPlan read(String text) {
        return new MarkdownReader(text).document(PARSER.parse(text));
    }

    private MarkdownPlan document(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> heading(heading);
                case ListBlock list -> items(list);
                // what else stands there is for readers
                default -> {}
            }
        }
        if (steps.isEmpty()) {
            throw new UnreadableMarkdown(1, "there is no step: a line \"- [ ] Title\"");
        }
        return new MarkdownPlan(title == null ? UNTITLED : title, steps, stepLines, warnings);
    }

    private void heading(Heading heading) {
        int line = first(heading);
        String text =
                lines.get(line - 1).strip().replaceFirst("^#+\\s*", "").replaceFirst("\\s#+$", "");
        if (heading.getLevel() == 1) {
            if (title != null) {
                throw new UnreadableMarkdown(line, "a checklist has one title");
            }
            title = text;
        } else if (heading.getLevel() == 2) {
            phase = phase(text, line);
        }
    }

    private static Phase phase(String text, int line) {
        return switch (text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", " ").strip()) {
            case "prepare" -> Phase.PREPARE;
            case "carry out" -> Phase.CARRY_OUT;
            case "verify" -> Phase.VERIFY;
            case "rollback" -> Phase.ROLLBACK;
            default ->
                    throw new UnreadableMarkdown(
                            line, "a phase is Prepare, Carry out, Verify or Rollback");
        };
    }

    private void items(ListBlock list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof Block block) {
                step(first(block), last(block));
            }
        }
    }

    private void step(int first, int last) {
        Matcher item = ITEM.matcher(lines.get(first - 1));
        if (!item.matches() || item.group(2) == null || item.group(2).isBlank()) {
            throw new UnreadableMarkdown(first, "a step begins with \"- [ ] \" and a title");
        }
        if (!item.group(1).isBlank()) {
            warnings.add("line " + first + ": [x] is read as open");
        }
        String text = item.group(2).strip();
        Matcher braces = BRACES.matcher(text);
        boolean attributed = braces.matches();
        if (!attributed && text.endsWith("}")) {
            throw new UnreadableMarkdown(first, "what stands in braces can't be read");
        }
        String name = attributed ? braces.group(1).strip() : text;
        if (name.isEmpty()) {
            throw new UnreadableMarkdown(first, "a step begins with \"- [ ] \" and a title");
        }
        if (steps.size() == PlanRules.MOST_STEPS) {
            throw new UnreadableMarkdown(
                    first, "a checklist has at most " + PlanRules.MOST_STEPS + " steps");
        }
        Attributes attributes = Attributes.parse(attributed ? braces.group(2) : "", first);
        ItemText rest = ItemText.of(lines.subList(first, last));
        steps.add(attributes.draft(name, phase, rest.instruction(), rest.sideEffects()));
        stepLines.add(first);
    }

    private static int first(Block block) {
        return block.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    private static int last(Block block) {
        SourceSpan span = block.getSourceSpans().getLast();
        return span.getLineIndex() + 1;
    }
}
