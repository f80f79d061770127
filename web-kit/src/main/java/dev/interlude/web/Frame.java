package dev.interlude.web;

/**
 * What the layout of every page needs.
 *
 * @param site name of the site, as its readers know it
 * @param home path that the site's name leads to
 * @param css address of the style sheet
 * @param live address of the script that keeps a page up to date
 * @param icon address of the icon
 */
public record Frame(String site, String home, String css, String live, String icon) {

    public static Frame of(String site, String home) {
        return new Frame(site, home, Assets.css(), Assets.live(), Assets.icon());
    }
}
