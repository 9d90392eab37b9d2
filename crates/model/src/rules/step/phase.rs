//! The names of the twelve phases of a month.

/// One of the twelve phases of a month, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Phase {
    /// Calendar; what the instruments in force do.
    Programme,
    /// Birthdays, deaths, births, departures.
    Lives,
    /// Arrivals.
    Arrivals,
    /// Enterprises, jobs, retirement, training.
    EnterprisesAndOccupations,
    /// Entries into places and days of presence.
    Attendance,
    /// Who meets whom.
    Contact,
    /// The encounters: contact added to ties, help, learning, belief.
    MutualHelp,
    /// Leaving a place, giving, deciding.
    Engagement,
    /// Collaborations and common works.
    CommonWorks,
    /// Income and jobs of the territory.
    Accounts,
    /// Ties fade and are counted.
    Fading,
    /// Totals of the month.
    Close,
}

impl Phase {
    /// Every phase, in order.
    pub const ALL: [Self; 12] = [
        Self::Programme,
        Self::Lives,
        Self::Arrivals,
        Self::EnterprisesAndOccupations,
        Self::Attendance,
        Self::Contact,
        Self::MutualHelp,
        Self::Engagement,
        Self::CommonWorks,
        Self::Accounts,
        Self::Fading,
        Self::Close,
    ];

    /// Its name in documents and data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Lives => "lives",
            Self::Arrivals => "arrivals",
            Self::EnterprisesAndOccupations => "enterprises_and_occupations",
            Self::Attendance => "attendance",
            Self::Contact => "contact",
            Self::MutualHelp => "mutual_help",
            Self::Engagement => "engagement",
            Self::CommonWorks => "common_works",
            Self::Accounts => "accounts",
            Self::Fading => "fading",
            Self::Close => "close",
        }
    }

    /// Whether ties can change in it: they go with those who leave, grow by encounters, and fade.
    #[must_use]
    pub const fn moves_ties(self) -> bool {
        matches!(self, Self::Lives | Self::MutualHelp | Self::Fading)
    }

    /// The phase that follows, the first after the last.
    #[must_use]
    pub const fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}
