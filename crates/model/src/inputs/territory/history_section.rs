//! The section `[history]` of a territory: which tables tell of other years.

use super::file::{Draft, Open, Table};
use super::history::{self, Years};
use super::{Commune, History};
use crate::inputs::mistakes::{Facts, Phrase};
use crate::kernel::order;
use crate::kernel::random::CommuneCode;
use std::borrow::Cow;
use toml::Spanned;
use toml::de::DeValue;

const KEYS: [&str; 3] = ["population", "ages", "communes"];

impl Draft<'_> {
    /// The history of a territory of these communes; `None` when it has none.
    pub(super) fn history(
        &mut self,
        root: &Table<'_>,
        communes: &[Commune],
        open: &mut Open<'_>,
    ) -> Option<History> {
        let value = root.value("history")?;
        let Some(table) = value.get_ref().as_table() else {
            self.kind(root, "history", value, Phrase::SectionOf { keys: "`population`" });
            return None;
        };
        for (key, _) in table {
            if !KEYS.contains(&key.get_ref().as_ref()) {
                self.unknown(key, "history.", &KEYS);
            }
        }
        let section = Table { keys: table, prefix: "history.", span: value.span() };
        let Years { population, shares } = self.years(&section, "population", false, open);
        let shares = match section.value("ages") {
            Some(_) => self.years(&section, "ages", true, open).shares,
            None => shares,
        };
        let communes = self.histories(&section, communes, open);
        Some(History { population, communes, shares })
    }

    /// The table that a key names.
    fn years(&mut self, section: &Table<'_>, key: &'static str, ages: bool, open: &mut Open<'_>) -> Years {
        let named = self.text(section, key);
        let (Some(value), Some(named)) = (section.value(key), named) else { return Years::default() };
        self.table(value, &named, ages, open)
    }

    fn table(&mut self, value: &Spanned<DeValue<'_>>, named: &str, ages: bool, open: &mut Open<'_>) -> Years {
        match self.open(value, named, open) {
            Some((path, bytes)) => history::read(&path, &bytes, ages, &mut self.mistakes),
            None => Years::default(),
        }
    }

    /// The series of single communes, by ascending code.
    fn histories(
        &mut self,
        section: &Table<'_>,
        communes: &[Commune],
        open: &mut Open<'_>,
    ) -> Vec<(CommuneCode, history::Series)> {
        let Some(value) = section.value("communes") else { return Vec::new() };
        let Some(table) = value.get_ref().as_table() else {
            self.kind(section, "communes", value, Phrase::CodesAndTables);
            return Vec::new();
        };
        let mut found = Vec::new();
        for (key, value) in table {
            let code = self.code(key, communes);
            match value.get_ref().as_str() {
                Some(named) if !named.trim().is_empty() => {
                    let years = self.table(value, named, false, open);
                    found.extend(code.map(|code| (code, years.population)));
                }
                _ => {
                    let inner = Table { keys: table, prefix: "history.communes.", span: value.span() };
                    let shown: String = key.get_ref().chars().take(40).collect();
                    self.kind(&inner, &shown, value, Phrase::Text);
                }
            }
        }
        order::by_key(&mut found, |(code, _)| *code);
        found
    }

    /// The commune of a key. A territory whose communes could not be read says nothing of codes.
    fn code(&mut self, key: &Spanned<Cow<'_, str>>, communes: &[Commune]) -> Option<CommuneCode> {
        let code = CommuneCode::parse(key.get_ref());
        let known = code.filter(|code| communes.binary_search_by_key(code, |commune| commune.code).is_ok());
        if known.is_none() && !communes.is_empty() {
            let shown: String = key.get_ref().chars().take(40).collect();
            self.push(key.span(), Facts::HistoryCommune { code: shown }, None);
        }
        known
    }
}
