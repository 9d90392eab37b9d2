//! What exploring found, as Markdown that reads well in a terminal.

use hameau_analysis::effects::Verdict;
use hameau_analysis::sensitivity::{Factors, Ledger, Measured, TornadoBar};
use hameau_analysis::statistics::{Bounded, Interval};
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, number};
use std::fmt::Write as _;

/// Bars of a tornado told for each conclusion.
const BARS: usize = 10;

/// A factorial study: means of the settings, effects of the factors, necessity and sufficiency.
#[must_use]
pub fn factors_page(found: &Factors, outcomes: &[Indicator], language: Language) -> String {
    let mut page = String::new();
    let worlds = number(found.worlds as f64, 0, language);
    let _ = writeln!(
        page,
        "# {}\n\n{}\n",
        found.study,
        language.of((
            format!(
                "{worlds} worlds of each setting, the same for all (seed {}). Intervals of 95 %.",
                found.seed
            ),
            format!(
                "{worlds} mondes par combinaison, les mêmes pour toutes (graine {}). Intervalles à 95 %.",
                found.seed
            ),
        ))
    );
    settings(&mut page, found, outcomes, language);
    effects(&mut page, found, language);
    causes(&mut page, found, language);
    page
}

fn settings(page: &mut String, found: &Factors, outcomes: &[Indicator], language: Language) {
    let _ = writeln!(page, "## {}\n", language.of(("Mean of each setting", "Moyenne de chaque combinaison")));
    let labels: Vec<&str> = outcomes.iter().map(|of| language.of((of.row().en, of.row().fr))).collect();
    head(page, language.of(("on", "en place")), &labels);
    for setting in &found.settings {
        let means = setting.means.iter().zip(outcomes).map(|(mean, of)| value(*mean, *of, language));
        row(page, &setting.name, means);
    }
    page.push('\n');
}

fn effects(page: &mut String, found: &Factors, language: Language) {
    for of in &found.effects {
        let indicator = of.outcome.row();
        let _ = writeln!(
            page,
            "## {} {}\n",
            language.of(("Effects on", "Effets sur")),
            language.of((indicator.en, indicator.fr))
        );
        head(page, language.of(("factors", "facteurs")), &[language.of(("effect", "effet")), "95 %"]);
        for effect in &of.factorial.effects {
            let names: Vec<&str> = effect.factors.iter().map(|at| &found.factors[*at as usize][..]).collect();
            let shown = value(Some(effect.effect), of.outcome, language);
            row(page, &names.join(" x "), [shown, interval(effect.interval, of.outcome, language)]);
        }
        page.push('\n');
    }
}

fn causes(page: &mut String, found: &Factors, language: Language) {
    for (at, factor) in found.factors.iter().enumerate() {
        let of_factor = || found.causes.iter().filter(|cause| cause.factor == at && !cause.idle);
        if of_factor().next().is_none() {
            continue;
        }
        let title = language.of((
            format!("Is {factor} necessary, is it sufficient?"),
            format!("{factor} : nécessaire ? suffisant ?"),
        ));
        let _ = writeln!(page, "## {title}\n");
        let columns = language.of((
            ["event", "with it", "without it", "necessary", "sufficient", "both"],
            ["événement", "avec", "sans", "nécessaire", "suffisant", "les deux"],
        ));
        head(page, language.of(("others on", "autres en place")), &columns);
        for cause in of_factor() {
            let of = &cause.causation;
            let worlds = of.counts.worlds();
            let count = |count: u64| format!("{count}/{worlds}");
            let event = language.of((cause.event.row().en, cause.event.row().fr)).to_owned();
            let cells = [
                event,
                count(of.counts.with()),
                count(of.counts.without()),
                bounded(&of.necessity, language),
                bounded(&of.sufficiency, language),
                bounded(&of.both, language),
            ];
            row(page, &cause.others, cells);
        }
        page.push('\n');
    }
    let note = language.of((
        "Necessary: of the worlds where the event came with the factor, those where it did not without. Sufficient: of the\nworlds where it did not come without, those where it did with. In round brackets the interval in these paired worlds; in\nsquare brackets the bounds that hold however chance is coupled (Tian, Pearl 2000).",
        "Nécessaire : parmi les mondes où l'événement vient avec le facteur, ceux où il ne vient pas sans. Suffisant : parmi les\nmondes où il ne vient pas sans, ceux où il vient avec. Entre parenthèses l'intervalle dans ces mondes appariés ; entre\ncrochets les bornes qui valent quel que soit le couplage du hasard (Tian, Pearl 2000).",
    ));
    let _ = writeln!(page, "{note}");
}

fn bounded(of: &Bounded, language: Language) -> String {
    let Some(share) = of.share else { return language.of(("undefined", "indéfini")).to_owned() };
    let pair = |interval: Option<Interval>| {
        interval.map_or(String::new(), |interval| {
            format!("{} – {}", number(interval.low, 2, language), number(interval.high, 2, language))
        })
    };
    format!("{} ({}) [{}]", number(share, 2, language), pair(of.interval), pair(of.sure_bounds))
}

/// The ledger: what becomes of each conclusion without each mechanism, and which assumptions move it most.
#[must_use]
pub fn ledger_page(found: &Ledger, language: Language) -> String {
    let mut page = String::new();
    let worlds = number(f64::from(found.worlds), 0, language);
    let _ = writeln!(
        page,
        "# {}\n\n{}\n",
        language.of(("Ledger of assumptions", "Registre des hypothèses")),
        language.of((
            format!("Against {}, {worlds} paired worlds (seed {}), intervals of 95 %. A conclusion survives when its verdict is the same.", found.base, found.seed),
            format!("Face à {}, {worlds} mondes appariés (graine {}), intervalles à 95 %. Une conclusion tient quand son verdict est le même.", found.base, found.seed),
        ))
    );
    for (at, conclusion) in found.conclusions.iter().enumerate() {
        let Some(indicator) = Indicator::from_id(&conclusion.indicator) else { continue };
        let label = language.of((indicator.row().en, indicator.row().fr));
        let _ = writeln!(page, "## {}: {label}\n", conclusion.policy);
        let _ = writeln!(
            page,
            "{}: {}\n",
            language.of(("As the model stands", "Le modèle tel quel")),
            told(conclusion, indicator, language)
        );
        let broken: Vec<_> = found.mechanisms.iter().filter(|row| !row.survives[at]).collect();
        let (all, kept) = (found.mechanisms.len(), found.mechanisms.len() - broken.len());
        let end = if broken.is_empty() { ["."; 2] } else { ["; not those of:", " ; sauf ceux de :"] };
        // What is undecided as the model stands cannot be lost by taking something away.
        let survival = if conclusion.verdict == Verdict::Undecided {
            language.of((
                "In these worlds there is no conclusion to put to the test.".to_owned(),
                "Dans ces mondes il n'y a pas de conclusion à éprouver.".to_owned(),
            ))
        } else {
            language.of((
                format!("It survives {kept} of {all} removals{}", end[0]),
                format!("Elle tient à {kept} retraits sur {all}{}", end[1]),
            ))
        };
        let _ = writeln!(page, "{survival}\n");
        for row in &broken {
            let set = format!("{} = {}", row.assumed.key, row.assumed.value);
            let _ = writeln!(page, "- `{set}`: {}", told(&row.without[at], indicator, language));
        }
        if !broken.is_empty() {
            page.push('\n');
        }
        tornado(&mut page, found, conclusion, indicator, language);
    }
    if !found.left_out.is_empty() {
        let left_out = found.left_out.join("`, `");
        let _ = writeln!(
            page,
            "{}",
            language.of((
                format!(
                    "Left out, since the other shares of the same whole leave no room for it: `{left_out}`."
                ),
                format!(
                    "Laissé de côté, les autres parts du même tout ne laissant pas la place : `{left_out}`."
                ),
            ))
        );
    }
    page
}

fn tornado(
    page: &mut String,
    found: &Ledger,
    conclusion: &Measured,
    indicator: Indicator,
    language: Language,
) {
    let of = |bar: &&TornadoBar| {
        bar.at_low.indicator == conclusion.indicator && bar.at_low.policy == conclusion.policy
    };
    let bars: Vec<&TornadoBar> = found.tornado.iter().filter(of).take(BARS).collect();
    if bars.is_empty() {
        return;
    }
    let columns = language.of((["low end", "high end"], ["bas de l'étendue", "haut de l'étendue"]));
    head(page, language.of(("assumption (range)", "hypothèse (étendue)")), &columns);
    for bar in bars {
        let name = format!("`{}` ({} – {})", bar.key, bar.range[0], bar.range[1]);
        row(page, &name, [told(&bar.at_low, indicator, language), told(&bar.at_high, indicator, language)]);
    }
    page.push('\n');
}

fn told(measured: &Measured, indicator: Indicator, language: Language) -> String {
    let words = language.of(measured.verdict.words());
    let difference = value(measured.difference, indicator, language);
    format!("{difference} ({}), {words}", interval(measured.interval, indicator, language))
}

/// A value with a digit more than the table of indicators shows: effects are smaller than what they act on.
fn value(value: Option<f64>, indicator: Indicator, language: Language) -> String {
    value.map_or_else(|| "-".to_owned(), |value| number(value, indicator.row().decimals + 1, language))
}

fn interval(interval: Option<Interval>, indicator: Indicator, language: Language) -> String {
    let of = |end: f64| value(Some(end), indicator, language);
    interval
        .map_or_else(|| "-".to_owned(), |interval| format!("{} – {}", of(interval.low), of(interval.high)))
}

fn head(page: &mut String, first: &str, columns: &[&str]) {
    row(page, first, columns.iter().map(|column| (*column).to_owned()));
    let _ = writeln!(page, "|{}", " --- |".repeat(columns.len() + 1));
}

fn row(page: &mut String, first: &str, cells: impl IntoIterator<Item = String>) {
    let _ = write!(page, "| {first} |");
    for cell in cells {
        let _ = write!(page, " {cell} |");
    }
    page.push('\n');
}
