package dev.interlude.story;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;

/** Plays a story, act by act. */
public final class Player {

    /** Is told of each act before and after it is played; throws to stop the story. */
    public interface Audience {

        default void before(Act act, Scene scene) {}

        default void after(Act act, Scene scene) {}
    }

    private final Story story;
    private final Audience audience;
    private final Clocks clocks;
    private final StoryTime time;
    private final Variables variables;
    private final Caller caller;

    /** The days of the story are computed from the time that the services have now. */
    public Player(Story story, Stage stage, Audience audience) {
        HttpClient http = HttpClient.newHttpClient();
        this.story = story;
        this.audience = audience;
        this.clocks = new Clocks(http, stage.services(), stage.token("root"));
        this.time = new StoryTime(clocks.now(), story.zone());
        this.variables = new Variables(time);
        this.caller = new Caller(http, stage, variables);
    }

    /**
     * Plays up to an act and including it.
     *
     * @return what the story then remembers
     * @throws StoryFailed when something answers otherwise than the story says
     */
    public Variables playUntil(String last) {
        if (story.acts().stream().noneMatch(act -> act.act().equals(last))) {
            throw new IllegalArgumentException("there is no act called " + last);
        }
        for (Act act : story.acts()) {
            play(act);
            if (act.act().equals(last)) {
                break;
            }
        }
        return variables;
    }

    /** Plays all acts. */
    public Variables play() {
        return playUntil(story.acts().getLast().act());
    }

    /** Calls from now on wait for what this event causes: something was done beside the story. */
    public void caused(String event) {
        caller.caused(event);
    }

    private void play(Act act) {
        Instant at = act.at() == null ? clocks.now() : time.at(act.at());
        var scene = new Scene(at, variables);
        audience.before(act, scene);
        if (act.at() != null) {
            clocks.move(at).lastEvents().forEach(caller::caused);
        }
        if (act.call() != null) {
            call(act, act.call());
        }
        audience.after(act, scene);
    }

    private void call(Act act, String call) {
        Answer answer =
                caller.call(act, a -> Judge.differences(act.expect(), a, variables).isEmpty());
        List<String> differences = Judge.differences(act.expect(), answer, variables);
        if (!differences.isEmpty()) {
            throw new StoryFailed(
                    "act %s, %s: %s%n%s"
                            .formatted(
                                    act.act(),
                                    variables.fill(call),
                                    String.join("; ", differences),
                                    answer.text()));
        }
        act.remember().forEach((name, path) -> variables.remember(name, answer.pick(path)));
    }
}
