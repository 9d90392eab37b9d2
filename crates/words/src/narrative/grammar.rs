//! The little grammar that sentences are made with: months, places, counts, lists, line breaks.

pub(super) use crate::month_name as month;
use crate::{Language, number};
use hameau_model::kernel::letters;
use hameau_model::kernel::units::Month;
use std::fmt::Write as _;

/// `in March 2017`, `en mars 2017`.
pub(super) fn in_month(of: Month, language: Language) -> String {
    format!("{} {}", language.of(("in", "en")), month(of, language))
}

/// Where: `in Murat`; `à Murat`, `au Claux`, `aux Ternes`.
pub(super) fn at_commune(name: &str, language: Language) -> String {
    match language {
        Language::English => format!("in {name}"),
        Language::French => match (name.strip_prefix("Le "), name.strip_prefix("Les ")) {
            (Some(rest), _) => format!("au {rest}"),
            (_, Some(rest)) => format!("aux {rest}"),
            _ => format!("à {name}"),
        },
    }
}

/// A whole number with its noun. French keeps the singular below two, English for one only.
pub(super) fn count(value: f64, (one, many): ((&str, &str), (&str, &str)), language: Language) -> String {
    let single = language.of((value == 1.0, value < 2.0));
    let noun = language.of(if single { one } else { many });
    format!("{} {noun}", number(value, 0, language))
}

/// Clauses of one month in the order in which they happen: `a`, `a, then b`, `a, b, then c`.
pub(super) fn in_turn(clauses: &[String], language: Language) -> String {
    listed(clauses, language.of((", then ", ", puis ")))
}

fn listed(items: &[String], before_last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{before_last}{last}", first.join(", ")),
    }
}

/// Begins with a capital and ends with a full stop.
pub(super) fn sentence(text: &str) -> String {
    let mut rest = text.chars();
    let capital: String = rest.next().map(letters::capital).into_iter().collect();
    let end = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{capital}{}{end}", rest.as_str())
}

/// A title that stands within a sentence begins without a capital.
pub(super) fn within(title: &str) -> String {
    let mut rest = title.chars();
    let small: String = rest.next().map(letters::small).into_iter().collect();
    format!("{small}{}", rest.as_str())
}

/// A name between the quotation marks of the language; in French with no-break spaces inside.
pub(super) fn quoted(name: &str, language: Language) -> String {
    language.of((format!("“{name}”"), format!("«\u{a0}{name}\u{a0}»")))
}

/// A text in lines of at most `width` characters, each after `indent`, where its words allow it. No-break spaces do not
/// break.
pub(super) fn wrapped(text: &str, indent: &str, width: usize) -> String {
    let mut lines = String::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let long = indent.chars().count() + line.chars().count() + 1 + word.chars().count() > width;
        if long && !line.is_empty() {
            let _ = writeln!(lines, "{indent}{line}");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        let _ = writeln!(lines, "{indent}{line}");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, French};

    #[test]
    fn months_have_names_in_lower_case_in_french() {
        let march = Month::new(2017, 3);
        assert_eq!(in_month(march, English), "in March 2017");
        assert_eq!(in_month(march, French), "en mars 2017");
        assert_eq!(month(Month::new(2031, 8), French), "août 2031");
        assert_eq!(month(Month::new(2031, 12), English), "December 2031");
    }

    #[test]
    fn a_commune_takes_its_article_into_the_preposition() {
        for (name, english, french) in [
            ("Murat", "in Murat", "à Murat"),
            ("Le Claux", "in Le Claux", "au Claux"),
            ("Les Ternes", "in Les Ternes", "aux Ternes"),
            ("La Chapelle-Laurent", "in La Chapelle-Laurent", "à La Chapelle-Laurent"),
            ("L'Hôpital", "in L'Hôpital", "à L'Hôpital"),
            ("Lescure", "in Lescure", "à Lescure"),
        ] {
            assert_eq!(at_commune(name, English), english);
            assert_eq!(at_commune(name, French), french);
        }
    }

    #[test]
    fn nouns_agree_with_their_count() {
        let months = (("month", "mois"), ("months", "mois"));
        let years = (("year", "an"), ("years", "ans"));
        assert_eq!(count(1.0, months, English), "1 month");
        assert_eq!(count(0.0, years, English), "0 years");
        assert_eq!(count(0.0, years, French), "0 an");
        assert_eq!(count(2.0, years, French), "2 ans");
        assert_eq!(count(1_234.0, years, French), "1\u{202f}234 ans");
    }

    #[test]
    fn clauses_follow_each_other() {
        let clauses = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(in_turn(&clauses(&["a"]), English), "a");
        assert_eq!(in_turn(&clauses(&["a", "b"]), English), "a, then b");
        assert_eq!(in_turn(&clauses(&["a", "b", "c"]), French), "a, b, puis c");
    }

    #[test]
    fn a_sentence_begins_with_a_capital_and_ends_once() {
        assert_eq!(sentence("en mars"), "En mars.");
        assert_eq!(sentence("à Murat"), "À Murat.");
        assert_eq!(sentence("done."), "Done.");
        assert_eq!(within("Élue de Murat"), "élue de Murat");
    }

    #[test]
    fn quotation_marks_are_those_of_the_language() {
        assert_eq!(quoted("place", English), "“place”");
        assert_eq!(quoted("place", French), "«\u{a0}place\u{a0}»");
    }

    #[test]
    fn lines_break_between_words_only() {
        assert_eq!(wrapped("one two three", "  ", 9), "  one two\n  three\n");
        assert_eq!(wrapped("« one » two", "", 5), "« one\n» two\n");
        assert_eq!(wrapped("«\u{a0}one\u{a0}» two", "", 5), "«\u{a0}one\u{a0}»\ntwo\n");
        assert_eq!(wrapped("", "  ", 9), "");
    }
}
