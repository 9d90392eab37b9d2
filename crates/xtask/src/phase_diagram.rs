//! When does a common work have a tipping point? Over the share needed and the benefit, for two orders of tool and
//! commitment: a table in Markdown on the standard output, a drawing with the argument `svg`.

use hameau_model::inputs::parameters::{Key, Values};
use hameau_model::rules::works::{Offer, gain, join_probability};
use hameau_model::state::works::Order;
use std::fmt::Write as _;

/// People asked.
const ASKED: u32 = 10;
/// Orders drawn, with their colours: light to dark by number of roots.
const ORDERS: [(Order, &str); 2] =
    [(Order::ToolFirst, "tool first"), (Order::CommitmentFirst, "commitment first")];
const COLOURS: [&str; 3] = ["#f2efe8", "#a9c4d4", "#3d6f8e"];
/// Roots of the table of verification: order, B/c.
const MARKED: [(usize, f64); 4] = [(0, 6.0), (0, 5.0), (1, 6.0), (1, 3.0)];

fn offer(needed: u32, benefit: f64) -> Offer {
    Offer { asked: ASKED, needed, benefit, factor: 1.0, cost_borne: 0.0 }
}

/// Chances of another's joining at which the gain changes sign.
fn roots(order: Order, offer: &Offer) -> Vec<f64> {
    let positive = |x: f64| gain(order, offer, x) > 0.0;
    let steps = 2_000;
    let at = |step: i32| f64::from(step) / f64::from(steps);
    let changes = (1..steps - 1).filter(|step| positive(at(*step)) != positive(at(step + 1)));
    changes.map(|step| bisect(positive, at(step), at(step + 1))).collect()
}

fn bisect(positive: impl Fn(f64) -> bool, mut low: f64, mut high: f64) -> f64 {
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        if positive(middle) == positive(low) { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

fn listed(roots: &[f64]) -> String {
    if roots.is_empty() {
        return "none".to_owned();
    }
    roots.iter().map(|root| format!("{root:.3}")).collect::<Vec<_>>().join(", ")
}

fn tables() -> String {
    let mut text = String::from(
        "Interior roots in x, the chance that another joins, of the gain of joining; 10 asked.\n\n",
    );
    for (order, name) in ORDERS {
        let _ = writeln!(
            text,
            "**{name}**\n\n| M/N | B/c 2 | 3 | 4 | 5 | 6 | 8 | 12 |\n|---|---|---|---|---|---|---|---|"
        );
        for needed in 3..=8 {
            let _ = write!(text, "| {:.1} ", f64::from(needed) / f64::from(ASKED));
            for benefit in [2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 12.0] {
                let _ = write!(text, "| {} ", listed(&roots(order, &offer(needed, benefit))));
            }
            text.push_str("|\n");
        }
        text.push('\n');
    }
    text.push_str(
        "P(join | x = 0), the chance of joining of someone who expects nobody; 10 asked, 5 needed.\n\n",
    );
    text.push_str("| w | g0 | tool first | commitment first |\n|---|---|---|---|\n");
    for w in [1.0, 3.0, 5.0] {
        for g0 in [0.0, 0.25, 0.5, 0.75] {
            let mut values = Values::default();
            values.set(Key::ChoiceWeight, w);
            values.set(Key::ChoiceThreshold, g0);
            let joins = |order| join_probability(&values, gain(order, &offer(5, 6.0), 0.0), false);
            let [tool, commitment] = ORDERS.map(|(order, _)| joins(order));
            let _ = writeln!(text, "| {w} | {g0} | {tool:.4} | {commitment:.4} |");
        }
    }
    text
}

/// Position of a benefit and of a needed number in a panel of 260 x 180.
fn position(panel: usize, benefit: f64, needed: f64) -> (f64, f64) {
    (50.0 + 300.0 * panel as f64 + (benefit - 2.0) * 26.0, 230.0 - (needed - 2.5) * 30.0)
}

fn drawing() -> String {
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 300\" role=\"img\" font-family=\"sans-serif\" \
         font-size=\"11\">\n<title>Interior roots of the gain of joining, 10 asked</title>\n\
         <rect width=\"640\" height=\"300\" fill=\"#fff\"/>\n\
         <text x=\"12\" y=\"16\">For which chance x that another joins does joining gain anything? 10 asked</text>\n",
    );
    for (panel, (order, name)) in ORDERS.into_iter().enumerate() {
        let (left, top) = position(panel, 2.0, 8.5);
        let _ = writeln!(svg, "<text x=\"{left:.0}\" y=\"{:.0}\" font-size=\"13\">{name}</text>", top - 10.0);
        for needed in 3..=8 {
            band(&mut svg, panel, order, needed);
            let (x, y) = position(panel, 2.0, f64::from(needed));
            let share = f64::from(needed) / f64::from(ASKED);
            let _ = writeln!(
                svg,
                "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"end\">{share:.1}</text>",
                x - 5.0,
                y + 4.0
            );
        }
        for benefit in [2.0, 4.0, 6.0, 8.0, 10.0, 12.0] {
            let (x, y) = position(panel, benefit, 2.5);
            let _ = writeln!(
                svg,
                "<text x=\"{x:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{benefit}</text>",
                y + 15.0
            );
        }
        let (x, y) = position(panel, 7.0, 2.5);
        let _ = writeln!(svg, "<text x=\"{x:.0}\" y=\"{:.0}\" text-anchor=\"middle\">B/c</text>", y + 30.0);
    }
    for (which, (panel, benefit)) in MARKED.into_iter().enumerate() {
        let (x, y) = position(panel, benefit, 5.0);
        let text = listed(&roots(ORDERS[panel].0, &offer(5, benefit))).replace(", ", " and ");
        // One above its point, the next below it: two points of a row are near each other.
        let label = if which % 2 == 0 { y - 6.0 } else { y + 13.0 };
        let ink = ["#fff", "#222"][panel];
        let _ = writeln!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"#c4552d\"/>\n<text x=\"{:.1}\" y=\"{label:.1}\" \
             font-size=\"10\" fill=\"{ink}\">x = {text}</text>",
            x + 5.0
        );
    }
    for (at, (colour, words)) in
        COLOURS.iter().zip(["for none", "for x below one root", "for x between two roots"]).enumerate()
    {
        let x = [50.0, 140.0, 290.0][at];
        let _ = writeln!(
            svg,
            "<rect x=\"{x:.0}\" y=\"276\" width=\"14\" height=\"14\" fill=\"{colour}\" stroke=\"#777\"/>"
        );
        let _ = writeln!(svg, "<text x=\"{:.0}\" y=\"287\">{words}</text>", x + 20.0);
    }
    svg.push_str("<circle cx=\"472\" cy=\"283\" r=\"4\" fill=\"#c4552d\"/><text x=\"482\" y=\"287\">roots checked by tests</text>\n");
    svg.push_str("<text x=\"12\" y=\"44\">M/N</text>\n</svg>\n");
    svg
}

/// One needed number: stretches of benefit with the same number of roots, one rectangle each.
fn band(svg: &mut String, panel: usize, order: Order, needed: u32) {
    let count = |step: i32| roots(order, &offer(needed, 2.0 + f64::from(step) / 10.0)).len().min(2);
    let mut start = 0;
    for step in 1..=100 {
        if step == 100 || count(step) != count(start) {
            let (x, y) = position(panel, 2.0 + f64::from(start) / 10.0, f64::from(needed) + 0.5);
            let width = f64::from(step - start) * 2.6;
            let colour = COLOURS[count(start)];
            let _ = writeln!(
                svg,
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"30\" fill=\"{colour}\" stroke=\"#fff\"/>"
            );
            start = step;
        }
    }
}

pub fn run(words: &[String]) {
    let svg = words.first().is_some_and(|word| word == "svg");
    print!("{}", if svg { drawing() } else { tables() });
}
