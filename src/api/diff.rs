//! `diff`: two folders of comparisons held against each other.

use super::report::not_made;
use hameau_analysis::changes::{Changes, Concluded, changes};
use hameau_model::observe::indicators::Indicator;
use hameau_study::engine::{Contrast, Study, StudyError, comparison, contrast, current, of_other_version};
use hameau_study::store::{Manifest, StoreError};
use serde::Serialize;
use std::path::Path;

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

/// A folder of a comparison, as far as this program can read it.
#[derive(Debug)]
pub struct Compared {
    /// Its plan; none where another version of the model made it.
    pub study: Option<Study>,
    manifest: Manifest,
    concluded: Concluded,
}

/// The comparison in a folder.
///
/// # Errors
/// When there is none, or its tables are not made or cannot be read.
pub fn open_comparison(path: &Path) -> Result<Compared, StudyError> {
    let study = match Study::existing(path) {
        Ok(study) => study,
        Err(error @ StudyError::Store(StoreError::OtherVersion { .. })) => {
            let (manifest, concluded) = of_other_version(path)?.ok_or(error)?;
            return Ok(Compared { study: None, manifest, concluded });
        }
        Err(error) => return Err(error),
    };
    study.must_compare()?;
    let manifest = current(&study).ok_or_else(|| not_made(&study))?;
    let compared = comparison(study.tables())?.ok_or_else(|| not_made(&study))?;
    Ok(Compared { study: Some(study), manifest, concluded: (&compared).into() })
}

/// Which conclusions on these indicators changed from one comparison to another, and what differs between the two.
#[must_use]
pub fn diff([a, b]: [&Compared; 2], indicators: &[Indicator]) -> Diff {
    let studies = a.study.as_ref().zip(b.study.as_ref()).map(|(a, b)| [a, b]);
    Diff {
        conclusions: changes(&a.concluded, &b.concluded, indicators),
        studies: contrast([&a.manifest, &b.manifest], studies),
    }
}
