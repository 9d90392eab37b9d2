//! The tables of sentences: a name, what it tells of, and its words in English and in French side by side, so that a
//! sentence without one of them does not compile.

use crate::kernel::language::Language;
use crate::kernel::letters;

/// What can stand in a hole of a sentence.
pub trait Shown {
    /// Writes it in a language.
    fn put(&self, language: Language, out: &mut String);
}

/// What a file says may hold anything: it is shown so that nothing of it moves a terminal.
impl Shown for String {
    fn put(&self, _: Language, out: &mut String) {
        visible(self, out);
    }
}

impl Shown for &'static str {
    fn put(&self, _: Language, out: &mut String) {
        out.push_str(self);
    }
}

/// Words in English and in French.
impl Shown for (&'static str, &'static str) {
    fn put(&self, language: Language, out: &mut String) {
        out.push_str(language.of(*self));
    }
}

impl<T: Shown> Shown for Box<T> {
    fn put(&self, language: Language, out: &mut String) {
        T::put(self, language, out);
    }
}

macro_rules! shown_as_printed {
    ($($number:ty)*) => { $(
        impl Shown for $number {
            fn put(&self, _: Language, out: &mut String) {
                out.push_str(&self.to_string());
            }
        }
    )* };
}

shown_as_printed!(u32 usize f64);

/// A sentence of a table: its words in English and in French, the names of its holes.
#[derive(Debug)]
pub struct Sentence {
    /// In English and in French.
    pub words: (&'static str, &'static str),
    /// Its holes, in order.
    pub holes: &'static [&'static str],
}

/// A sentence whose holes `{name}` are filled. In French, the space before a high sign does not break a line.
pub(super) fn fill(out: &mut String, language: Language, sentence: &Sentence, holes: &[&dyn Shown]) {
    let mut rest = language.of(sentence.words);
    let holes = || sentence.holes.iter().zip(holes);
    while let Some(at) = rest.find('{') {
        let named =
            |name: &str| rest[at + 1..].strip_prefix(name).is_some_and(|after| after.starts_with('}'));
        let hole = holes().find(|(name, _)| named(name));
        let end = at + if let Some((name, _)) = hole { name.len() + 2 } else { 1 };
        set(out, language, &rest[..if hole.is_some() { at } else { end }]);
        if let Some((_, shown)) = hole {
            shown.put(language, out);
        }
        rest = &rest[end..];
    }
    set(out, language, rest);
}

/// Text in which nothing moves a terminal's cursor or turns the direction of reading.
pub(crate) fn visible(text: &str, out: &mut String) {
    for sign in text.chars() {
        match sign {
            '\t' => out.push_str("    "),
            '\0'..' ' => out.extend(char::from_u32(0x2400 + sign as u32)),
            '\x7f' => out.push('\u{2421}'),
            sign if letters::hidden(sign) => out.push(char::REPLACEMENT_CHARACTER),
            sign => out.push(sign),
        }
    }
}

/// Words of a table, set as a printer would.
fn set(out: &mut String, language: Language, words: &str) {
    let french = language == Language::French;
    let mut last = '\0';
    for (at, sign) in words.char_indices() {
        let high = || words[at + 1..].starts_with([':', ';', '?', '!', '%', '»']);
        let bound = french && sign == ' ' && (last == '«' || high());
        out.push(if bound { '\u{202f}' } else { sign });
        last = sign;
    }
}

/// A sentence that is there once.
macro_rules! sentence {
    ($en:literal, $fr:literal, $($hole:ident)*) => {
        const {
            &crate::inputs::mistakes::Sentence {
                words: ($en, $fr),
                holes: &[$(stringify!($hole)),*],
            }
        }
    };
}

/// Makes the enum of a table of sentences.
macro_rules! sentences {
    ($(#[$about:meta])* $table:ident {
        $($name:ident $({ $($hole:ident: $kind:ty),* })? = $en:literal, $fr:literal;)*
    }) => {
        $(#[$about])*
        // A variant is documented by its English words, holes and all.
        #[allow(clippy::doc_markdown)]
        #[derive(Clone, Debug)]
        pub enum $table {
            $(
                #[doc = $en]
                $name $({ $(#[doc = concat!("What stands at `", stringify!($hole), "`.")] $hole: $kind),* })?,
            )*
        }

        impl $table {
            /// Every sentence, after its name.
            pub const ALL: &[(&str, &crate::inputs::mistakes::Sentence)] = &[$((
                stringify!($name),
                crate::inputs::mistakes::sentences::sentence!($en, $fr, $($($hole)*)?),
            )),*];

            /// The name of this sentence.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self {
                    $(Self::$name $({ $($hole: _),* })? => stringify!($name),)*
                }
            }

            /// The sentence in a language.
            #[must_use]
            pub fn say(&self, language: crate::kernel::language::Language) -> String {
                let mut said = String::new();
                crate::inputs::mistakes::Shown::put(self, language, &mut said);
                said
            }
        }

        impl crate::inputs::mistakes::Shown for $table {
            fn put(&self, language: crate::kernel::language::Language, out: &mut String) {
                use crate::inputs::mistakes::sentences::{fill, sentence};
                match self {
                    $(Self::$name $({ $($hole),* })? => {
                        fill(out, language, sentence!($en, $fr, $($($hole)*)?), &[$($($hole),*)?]);
                    })*
                }
            }
        }

        /// What says the same is the same: less to carry than a comparison of every hole of every sentence.
        impl PartialEq for $table {
            fn eq(&self, other: &Self) -> bool {
                let english = crate::kernel::language::Language::English;
                self.say(english) == other.say(english)
            }
        }

        impl std::fmt::Display for $table {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.say(crate::kernel::language::Language::English))
            }
        }
    };
}

pub(super) use {sentence, sentences};
