//! What became of communes, origins and cohorts, and what each instrument cost, in the last year of every world.

use super::facts::Told;
use hameau_analysis::statistics::{Interval, mean, paired_mean_interval};
use hameau_model::observe::indicators::{Group, Indicator};
use hameau_study::engine::{StudyError, Tables};
use hameau_study::store::{GROUPS, each_group_row};
use std::collections::BTreeMap;

/// Indicators told by group.
pub const TOLD: [Indicator; 3] = [Indicator::RungContributors, Indicator::ActiveUsers, Indicator::Isolated];

type Values = Vec<Option<f64>>;

/// By scenario, kind of group, group and indicator: a value for each world.
#[derive(Debug, Default)]
pub struct Groups(BTreeMap<(usize, &'static str, String, Indicator), Values>);

/// A mean over worlds, or a mean of paired differences, with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupChange {
    /// Mean of the base.
    pub base: f64,
    /// Mean paired difference.
    pub difference: f64,
    /// Its t interval.
    pub interval: Option<Interval>,
    /// Worlds that define both.
    pub worlds: usize,
}

/// Reads the last year of every world.
pub(super) fn groups(tables: Tables<'_>, scenarios: &[Told<'_>]) -> Result<Groups, StudyError> {
    let study = tables.study;
    let mut found = Groups::default();
    let mut last = (String::new(), None);
    each_group_row(&tables.at.join(GROUPS), study.columns(), &mut |row| {
        if last.0 != row.scenario {
            let at = scenarios.iter().position(|told| told.scenario.name == row.scenario);
            last = (row.scenario.to_owned(), at);
        }
        let Some(at) = last.1 else { return };
        let told = &scenarios[at];
        let wanted = if row.by == Group::Instrument {
            row.indicator == Indicator::SpendingCumulated
        } else {
            TOLD.contains(&row.indicator)
        };
        let worlds = study.point(row.scenario).map(|point| &point.worlds);
        let place = worlds.and_then(|worlds| worlds.place(row.replicate)).map(|place| place as usize);
        let Some(place) = place.filter(|place| *place < told.worlds) else { return };
        if !wanted || row.year != told.scenario.last().year() {
            return;
        }
        let key = (at, row.by.id(), row.group.to_owned(), row.indicator);
        let values = found.0.entry(key).or_insert_with(|| vec![None; told.worlds]);
        values[place] = row.value;
    })?;
    Ok(found)
}

impl Groups {
    /// The names of the groups of one kind, in any of the scenarios.
    #[must_use]
    pub fn names(&self, by: Group, scenario: usize) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .0
            .keys()
            .filter(|(at, kind, ..)| *at == scenario && *kind == by.id())
            .map(|(_, _, name, _)| &name[..])
            .collect();
        names.dedup();
        names
    }

    /// The mean of one group in one scenario.
    #[must_use]
    pub fn mean(&self, scenario: usize, by: Group, group: &str, indicator: Indicator) -> Option<f64> {
        let values = self.0.get(&(scenario, by.id(), group.to_owned(), indicator))?;
        mean(&values.iter().copied().flatten().collect::<Vec<f64>>())
    }

    /// What a policy changes for some groups together; `None` where no pair of worlds tells. A group that is absent from a
    /// world counts nobody there.
    #[must_use]
    pub fn change(
        &self,
        (reference, policy): (usize, usize),
        (by, groups): (Group, &[&str]),
        indicator: Indicator,
        confidence: f64,
    ) -> Option<GroupChange> {
        let (base, policy) =
            (self.total(reference, by, groups, indicator)?, self.total(policy, by, groups, indicator)?);
        let pairs: Vec<(f64, f64)> =
            base.iter().zip(&policy).filter_map(|(base, policy)| Some(((*base)?, (*policy)?))).collect();
        let differences: Vec<f64> = pairs.iter().map(|(base, policy)| policy - base).collect();
        let base: Vec<f64> = pairs.iter().map(|(base, _)| *base).collect();
        let interval =
            if differences.len() < 2 { None } else { paired_mean_interval(&differences, confidence) };
        Some(GroupChange {
            base: mean(&base)?,
            difference: mean(&differences)?,
            interval,
            worlds: pairs.len(),
        })
    }

    /// Some groups together, world by world.
    fn total(&self, scenario: usize, by: Group, groups: &[&str], indicator: Indicator) -> Option<Values> {
        let of = |group: &&str| self.0.get(&(scenario, by.id(), (*group).to_owned(), indicator));
        let found: Vec<&Values> = groups.iter().filter_map(of).collect();
        if let [only] = found[..] {
            return Some(only.clone());
        }
        let worlds = found.first()?.len();
        let total = |world: usize| found.iter().filter_map(|values| values[world]).sum();
        Some((0..worlds).map(|world| Some(total(world))).collect())
    }
}
