package dev.interlude.notifier.view.board;

import dev.interlude.notifier.view.answer.Rendered;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The board between two notices, with all that was rendered from it. Each thing is rendered when it
 * is first asked for and then once only, however many ask.
 */
public final class Edition {

    private final Board board;
    private final Map<String, Rendered> rendered = new ConcurrentHashMap<>();

    public Edition(Board board) {
        this.board = board;
    }

    public Board board() {
        return board;
    }

    /**
     * What was rendered of the board, or is now.
     *
     * @param what the thing's path; only for things that exist, since each takes a place
     */
    public Rendered once(String what, Function<Board, Rendered> render) {
        return rendered.computeIfAbsent(what, _ -> render.apply(board));
    }

    /** The same for one component; one that is not known is not kept, so guesses fill nothing. */
    public Rendered onceOf(
            String what, Optional<String> component, Function<Board, Rendered> render) {
        if (component.isPresent() && !board.knows(component.get())) {
            return render.apply(board);
        }
        return once(component.map(id -> what + "?component=" + id).orElse(what), render);
    }
}
