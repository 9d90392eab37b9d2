//! The kinds of events, and which of them lead to an indicator.

use hameau_model::observe::indicators::{Indicator, Theme};

/// A kind of event, in the order in which the calls of a month bring it about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    /// A shared place or a circle opens.
    PlaceOpened,
    /// It closes.
    PlaceClosed,
    /// A user loses the place because it closes.
    Displaced,
    /// A child of the territory turns 18.
    CameOfAge,
    /// Moves away.
    Departed,
    /// Dies.
    Died,
    /// A user of a place moves away.
    UserDeparted,
    /// A user of a place dies.
    UserDied,
    /// Comes to live here.
    Arrived,
    /// Of them, brought by the programme.
    Brought,
    /// Another occupation.
    OccupationChanged,
    /// An enterprise starts, or comes with its owner.
    FirmStarted,
    /// An enterprise ends, or goes with its owner.
    FirmEnded,
    /// Begins to use a place.
    EnteredPlace,
    /// Entries refused for want of room.
    Refused,
    /// A facilitator visits, and invites.
    Invited,
    /// A facilitator introduces two residents.
    Introduced,
    /// A tie within an origin becomes a casual friendship.
    FriendWithin,
    /// A tie across origins becomes a casual friendship.
    FriendAcross,
    /// A casual friendship within an origin is lost.
    FriendLostWithin,
    /// A casual friendship across origins is lost.
    FriendLostAcross,
    /// Helps somebody for the first time in a place, at an introduction, a job or a work: not by chance in the village.
    FirstHelp,
    /// Stops using a place, of one's own will.
    QuitPlace,
    /// Begins to give time, for the first time.
    BeganGiving,
    /// Takes part in a decision that binds a place or a work, for the first time.
    Decided,
    /// A small job begins to be done together.
    JobBegun,
    /// It is done.
    JobDone,
    /// Somebody has the idea of a common work.
    Idea,
    /// Enough have joined.
    WorkCommitted,
    /// Joins a common work.
    JoinedWork,
    /// Leaves a common work, or sees its end.
    LeftWork,
    /// A common work begins to operate.
    WorkOperates,
    /// A common work that operated ends.
    WorkEnded,
    /// A common work ends before it operated.
    WorkAbandoned,
}

use Kind as K;

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 34] = [
        K::PlaceOpened,
        K::PlaceClosed,
        K::Displaced,
        K::CameOfAge,
        K::Departed,
        K::Died,
        K::UserDeparted,
        K::UserDied,
        K::Arrived,
        K::Brought,
        K::OccupationChanged,
        K::FirmStarted,
        K::FirmEnded,
        K::EnteredPlace,
        K::Refused,
        K::Invited,
        K::Introduced,
        K::FriendWithin,
        K::FriendAcross,
        K::FriendLostWithin,
        K::FriendLostAcross,
        K::FirstHelp,
        K::QuitPlace,
        K::BeganGiving,
        K::Decided,
        K::JobBegun,
        K::JobDone,
        K::Idea,
        K::WorkCommitted,
        K::JoinedWork,
        K::LeftWork,
        K::WorkOperates,
        K::WorkEnded,
        K::WorkAbandoned,
    ];

    /// Its name in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            K::PlaceOpened => "place_opened",
            K::PlaceClosed => "place_closed",
            K::Displaced => "displaced",
            K::CameOfAge => "came_of_age",
            K::Departed => "departed",
            K::Died => "died",
            K::UserDeparted => "user_departed",
            K::UserDied => "user_died",
            K::Arrived => "arrived",
            K::Brought => "brought",
            K::OccupationChanged => "occupation_changed",
            K::FirmStarted => "firm_started",
            K::FirmEnded => "firm_ended",
            K::EnteredPlace => "entered_place",
            K::Refused => "refused",
            K::Invited => "invited",
            K::Introduced => "introduced",
            K::FriendWithin => "friend_within",
            K::FriendAcross => "friend_across",
            K::FriendLostWithin => "friend_lost_within",
            K::FriendLostAcross => "friend_lost_across",
            K::FirstHelp => "first_help",
            K::QuitPlace => "quit_place",
            K::BeganGiving => "began_giving",
            K::Decided => "decided",
            K::JobBegun => "job_begun",
            K::JobDone => "job_done",
            K::Idea => "idea",
            K::WorkCommitted => "work_committed",
            K::JoinedWork => "joined_work",
            K::LeftWork => "left_work",
            K::WorkOperates => "work_operates",
            K::WorkEnded => "work_ended",
            K::WorkAbandoned => "work_abandoned",
        }
    }

    /// Whether it is too frequent to be kept unless every event is asked for; it is counted all the same.
    #[must_use]
    pub const fn is_frequent(self) -> bool {
        matches!(self, K::FriendWithin | K::FriendAcross | K::FriendLostWithin | K::FriendLostAcross)
    }
}

const USERS: &[Kind] = &[
    K::PlaceOpened,
    K::PlaceClosed,
    K::Brought,
    K::Invited,
    K::EnteredPlace,
    K::Refused,
    K::QuitPlace,
    K::Displaced,
    K::UserDeparted,
    K::UserDied,
];

const GIVING: &[Kind] = &[
    K::PlaceOpened,
    K::EnteredPlace,
    K::FriendWithin,
    K::FriendAcross,
    K::FirstHelp,
    K::BeganGiving,
    K::Decided,
    K::JoinedWork,
    K::LeftWork,
    K::QuitPlace,
    K::Displaced,
    K::UserDeparted,
    K::UserDied,
];

const HELP: &[Kind] = &[
    K::PlaceOpened,
    K::Arrived,
    K::EnteredPlace,
    K::Introduced,
    K::FriendWithin,
    K::FriendAcross,
    K::FriendLostWithin,
    K::FriendLostAcross,
    K::FirstHelp,
    K::JobBegun,
    K::WorkCommitted,
];

const JOBS: &[Kind] = &[
    K::PlaceOpened,
    K::EnteredPlace,
    K::Introduced,
    K::FriendWithin,
    K::FriendAcross,
    K::JobBegun,
    K::JobDone,
];

const WORKS: &[Kind] = &[
    K::PlaceOpened,
    K::Invited,
    K::Introduced,
    K::EnteredPlace,
    K::BeganGiving,
    K::Decided,
    K::Idea,
    K::WorkCommitted,
    K::JoinedWork,
    K::LeftWork,
    K::WorkOperates,
    K::WorkEnded,
    K::WorkAbandoned,
];

const TIES: &[Kind] = &[
    K::PlaceOpened,
    K::Departed,
    K::Died,
    K::Arrived,
    K::Brought,
    K::EnteredPlace,
    K::Introduced,
    K::FriendWithin,
    K::FriendAcross,
    K::FriendLostWithin,
    K::FriendLostAcross,
    K::JoinedWork,
];

const ECONOMY: &[Kind] = &[
    K::Departed,
    K::Died,
    K::Arrived,
    K::Brought,
    K::OccupationChanged,
    K::FirmStarted,
    K::FirmEnded,
    K::EnteredPlace,
    K::FirstHelp,
    K::JobBegun,
    K::WorkOperates,
    K::WorkEnded,
];

const POPULATION: &[Kind] = &[
    K::PlaceOpened,
    K::CameOfAge,
    K::Departed,
    K::Died,
    K::Arrived,
    K::Brought,
    K::EnteredPlace,
    K::JoinedWork,
];

const MONEY: &[Kind] = &[K::PlaceOpened, K::PlaceClosed, K::Brought, K::FirmStarted, K::WorkCommitted];

/// The events that can lead to an indicator, in the order of [`Kind`] or nearly so.
#[must_use]
pub fn leading_to(indicator: Indicator) -> &'static [Kind] {
    use Indicator as I;
    match indicator {
        I::HelpGiven | I::AdultsHelped => HELP,
        I::CollaborationsActive | I::CollaborationsPerPair => JOBS,
        I::RungOutsiders
        | I::RungUsers
        | I::RungMembers
        | I::RungContributors
        | I::RungCoDeciders
        | I::UsersOnlyTaking
        | I::MonthsToGiving => GIVING,
        I::AttendanceHours | I::AttendanceUsers | I::AttendanceGap => USERS,
        _ => match indicator.row().theme {
            Theme::Cooperation => WORKS,
            Theme::Passage => USERS,
            Theme::Closure => TIES,
            Theme::Economy => ECONOMY,
            Theme::Population => POPULATION,
            Theme::Money => MONEY,
        },
    }
}
