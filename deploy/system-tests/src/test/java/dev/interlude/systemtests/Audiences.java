package dev.interlude.systemtests;

import dev.interlude.story.Act;
import dev.interlude.story.Player;
import dev.interlude.story.Scene;
import java.util.List;

/** Several who watch, in order. */
record Audiences(List<Player.Audience> all) implements Player.Audience {

    @Override
    public void before(Act act, Scene scene) {
        all.forEach(one -> one.before(act, scene));
    }

    @Override
    public void after(Act act, Scene scene) {
        all.forEach(one -> one.after(act, scene));
    }
}
