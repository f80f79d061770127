package dev.interlude.notifier.view.board;

import dev.interlude.notifier.Sample;
import dev.interlude.notifier.Told;

/** Boards in tests, folded as the service folds them. */
public final class Editions {

    private Editions() {}

    public static Board of(Sample... samples) {
        return edition(samples).board();
    }

    public static Edition edition(Sample... samples) {
        var board = new PublicBoard();
        Told.events(samples).forEach(board::follow);
        board.caughtUp();
        return board.edition();
    }
}
