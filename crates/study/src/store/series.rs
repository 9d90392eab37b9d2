//! How much of the course of a run is kept.

use hameau_model::kernel::units::Month;
use serde::{Deserialize, Serialize};

/// Which months of a run are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Series {
    /// Every month.
    Monthly,
    /// Every December, and the last month.
    Yearly,
    /// None.
    None,
}

impl Series {
    /// Runs above which a series is yearly when nobody says otherwise.
    pub const MONTHLY_UP_TO: u32 = 2_000;

    /// What is kept of this many runs when nobody says otherwise.
    #[must_use]
    pub const fn by_default(replicates: u32) -> Self {
        if replicates <= Self::MONTHLY_UP_TO { Self::Monthly } else { Self::Yearly }
    }

    /// Its word on the command line and in the manifest.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Yearly => "yearly",
            Self::None => "none",
        }
    }

    /// Whether `month` of a run that ends in `last` is kept.
    #[must_use]
    pub fn keeps(self, month: Month, last: Month) -> bool {
        match self {
            Self::Monthly => true,
            Self::Yearly => month.of_year() == 12 || month == last,
            Self::None => false,
        }
    }
}
