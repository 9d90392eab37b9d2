//! `diff`: two folders of comparisons held against each other.

use super::report::not_made;
use hameau_analysis::changes::{Changes, changes};
use hameau_model::observe::indicators::Indicator;
use hameau_study::engine::{Contrast, Study, StudyError, comparison, contrast, current};
use serde::Serialize;

/// What differs between two comparisons.
#[derive(Clone, Debug, Serialize)]
pub struct Diff {
    /// Which conclusions changed.
    pub conclusions: Changes,
    /// What differs between the studies themselves.
    pub studies: Contrast,
}

impl Diff {
    /// Whether nothing differs.
    #[must_use]
    pub fn none(&self) -> bool {
        self.conclusions.none() && self.studies.none()
    }
}

/// Which conclusions on these indicators changed from one comparison to another, and what differs between the two.
///
/// # Errors
/// When one of them is no comparison, or its tables are not made or cannot be read.
pub fn diff(studies: [&Study; 2], indicators: &[Indicator]) -> Result<Diff, StudyError> {
    for study in studies {
        study.must_compare()?;
    }
    let manifest = |study: &Study| current(study).ok_or_else(|| not_made(study));
    let manifests = [manifest(studies[0])?, manifest(studies[1])?];
    let compared = |study: &Study| comparison(study.tables())?.ok_or_else(|| not_made(study));
    let (a, b) = (compared(studies[0])?, compared(studies[1])?);
    Ok(Diff {
        conclusions: changes(&a, &b, indicators),
        studies: contrast(studies, [&manifests[0], &manifests[1]])?,
    })
}
