//! THE table of draws: what is decided by chance, about whom, and what the numbers of a draw mean.
//!
//! A draw is addressed by its row here, by whom or what it is about, by the month, and by a number within that. Never by a
//! position in a list: a place, a user, an instrument or a commune more, or another order of them, gives nobody another draw.
//! Each row has a key of its own ([`super::World::source`]), so that two rows never share an address; a test holds that each
//! is drawn at one place of the sources, so that nothing else uses the addresses of a row.

/// What a draw decides.
///
/// A number, once given, is never given again: a new row takes a new one. Those up to 22 were those of the first version of
/// the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u32)]
#[allow(missing_docs, reason = "each is described in the table below")]
pub enum Draw {
    Founder = 31,
    FounderChild = 32,
    FounderSkill = 34,
    Character = 35,
    AssociationJoined = 36,
    Life = 37,
    ChildrenTaken = 38,
    ComingOfAge = 39,
    CandidateNumbers = 40,
    Candidate = 41,
    PlaceSettledNear = 42,
    JobChange = 43,
    NewJob = 44,
    RetirementAge = 45,
    FarmsLeft = 46,
    FarmTakenOver = 47,
    Enterprise = 48,
    TrainingSeats = 49,
    Trainee = 50,
    Entry = 51,
    PresenceDays = 52,
    VillageEncounter = 53,
    PlaceEncounter = 54,
    CommonHours = 55,
    FacilitatedMeetings = 56,
    IntroducedUser = 57,
    IntroductionAcross = 58,
    IntroducedCommune = 59,
    IntroducedResident = 60,
    VisitedCommune = 61,
    VisitedResident = 62,
    SupplierMeetings = 63,
    SupplierPosition = 64,
    Help = 65,
    Imitation = 66,
    ImitatedTie = 67,
    Engagement = 68,
    CollaborationEnd = 69,
    CollaborationStart = 70,
    CollaborationPartner = 71,
    CollaborationIntroduced = 72,
    ContributorIdea = 73,
    ConvenedIdeas = 74,
    AssociationIdea = 75,
    CouncilIdea = 76,
    CouncilPlace = 77,
    CouncilCommune = 78,
    CouncilCircle = 79,
    IdeaKind = 80,
    IdeaAsked = 81,
    IdeaJoining = 82,
    WorkMember = 83,
    WorkRecruitment = 84,
    RecruitingMember = 85,
    RecruitedFriend = 86,
    RecruitJoining = 87,
    OwnPlace = 88,
    MadeUpTerritory = 89,
    Resampling = 90,
    SelfDigest = 91,
    Affinity = 92,
    MeetingAgain = 93,
    Displaced = 94,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct DrawRow {
    /// What is decided.
    pub draw: Draw,
    /// Whom or what the address names.
    pub about: &'static str,
    /// What the number of a block of four counts; empty where there is one block.
    pub block: &'static str,
    /// What the draws of a block decide, in their order.
    pub lanes: &'static [&'static str],
}

const fn row(
    draw: Draw,
    about: &'static str,
    block: &'static str,
    lanes: &'static [&'static str],
) -> DrawRow {
    DrawRow { draw, about, block, lanes }
}

/// Every row, in the order of the numbers.
pub const DRAWS: &[DrawRow] = &[
    row(
        Draw::Founder,
        "founder",
        "0 the person, 1 and 2 races for occupations",
        &[
            "age; active; remote",
            "care home; unemployed; public",
            "newcomer; farmer; productive",
            "tenure; entrepreneur; spare",
        ],
    ),
    row(Draw::FounderChild, "commune", "a quarter of band times 2^24 plus rank", &["age of a child each"]),
    row(Draw::FounderSkill, "founder", "", &["position on the circle of skills"]),
    row(
        Draw::Character,
        "resident",
        "0 the person, 1 an enterprise brought along",
        &["typed", "which type; turnover", "cooperator; sector", "member of an association"],
    ),
    row(Draw::AssociationJoined, "resident and association", "", &["race by equal weights"]),
    row(Draw::Life, "resident", "", &["death", "birth of a child", "departure"]),
    row(
        Draw::ChildrenTaken,
        "resident who leaves",
        "",
        &["how many", "age of the first", "of the second", "of the third"],
    ),
    row(Draw::ComingOfAge, "child who turns 18", "", &["skill", "month of birth"]),
    row(Draw::CandidateNumbers, "territory", "", &["ordinary", "care home", "programme"]),
    row(
        Draw::Candidate,
        "candidate to arrive",
        "0 the person, 1 the work, 2 the children",
        &[
            "comes; occupation; how many children",
            "origin or near a place; enterprise; age of the first",
            "age; lag; of the second",
            "commune; skill; of the third",
        ],
    ),
    row(Draw::PlaceSettledNear, "arrival and place", "", &["race by equal weights"]),
    row(Draw::JobChange, "resident", "", &["loses or finds a job"]),
    row(Draw::NewJob, "resident", "", &["kind of the job"]),
    row(Draw::RetirementAge, "resident, at the first month of all", "", &["years from the mean"]),
    row(Draw::FarmsLeft, "territory", "", &["fraction of a farm to take over"]),
    row(Draw::FarmTakenOver, "resident", "", &["rank among those who may"]),
    row(Draw::Enterprise, "resident", "", &["end or start", "market of growth or turnover", "sector"]),
    row(Draw::TrainingSeats, "instrument", "", &["fraction of a seat"]),
    row(Draw::Trainee, "instrument and resident", "", &["rank among those meant"]),
    row(Draw::Entry, "resident and place", "", &["enters, and when"]),
    row(Draw::PresenceDays, "resident", "", &["days of presence"]),
    row(
        Draw::VillageEncounter,
        "resident who starts an encounter",
        "0 their numbers, then 25 for each: its first draws, and its tries",
        &[
            "in the village; through friends; elsewhere; slot",
            "in an association; which friend; towards where; accepts",
            "which friend of the friend; slot",
            "accepts",
        ],
    ),
    row(Draw::PlaceEncounter, "pair of users", "", &["fraction of a meeting", "fraction of a common hour"]),
    row(Draw::CommonHours, "place", "", &["fraction of a common hour held"]),
    row(Draw::FacilitatedMeetings, "place", "", &["fraction of an introduction", "fraction of a visit"]),
    row(
        Draw::IntroducedUser,
        "introduction and user",
        "",
        &["race for the first user", "race for the second"],
    ),
    row(Draw::IntroductionAcross, "introduction", "", &["to the other origin"]),
    row(Draw::IntroducedCommune, "introduction and commune", "a quarter of the try", &["race by members"]),
    row(Draw::IntroducedResident, "introduction", "try", &["slot", "slot", "slot", "slot"]),
    row(Draw::VisitedCommune, "visit and commune", "a quarter of the try", &["race by members"]),
    row(Draw::VisitedResident, "visit", "try", &["slot", "slot", "slot", "slot"]),
    row(Draw::SupplierMeetings, "instrument", "", &["fraction of a meeting"]),
    row(
        Draw::SupplierPosition,
        "instrument and resident with an enterprise",
        "number of the meeting",
        &["position on the ring", "rank of the pair"],
    ),
    row(
        Draw::Help,
        "who starts an encounter in the village, or the pair",
        "number of the encounter: see `Occasion`",
        &["who starts it helps", "the other helps"],
    ),
    row(Draw::Imitation, "resident", "", &["compares", "takes over"]),
    row(Draw::ImitatedTie, "pair", "", &["race by stock"]),
    row(Draw::Engagement, "resident", "", &["leaves", "begins to give", "decides", "ends giving"]),
    row(Draw::CollaborationEnd, "pair", "", &["ends"]),
    row(Draw::CollaborationStart, "resident", "", &["starts one of the pairs that are the resident's own"]),
    row(Draw::CollaborationPartner, "pair", "", &["race by equal weights"]),
    row(Draw::CollaborationIntroduced, "pair", "", &["starts after an introduction"]),
    row(Draw::ContributorIdea, "resident", "", &["has an idea"]),
    row(Draw::ConvenedIdeas, "place", "", &["fraction of an idea"]),
    row(Draw::AssociationIdea, "association", "", &["has an idea"]),
    row(Draw::CouncilIdea, "territory", "", &["has an idea"]),
    row(Draw::CouncilPlace, "territory and place", "", &["race by users"]),
    row(Draw::CouncilCommune, "territory and commune", "", &["race by members"]),
    row(Draw::CouncilCircle, "territory", "number of the four asked", &["slot", "slot", "slot", "slot"]),
    row(Draw::IdeaKind, "idea", "", &["purpose", "with the council"]),
    row(Draw::IdeaAsked, "idea and resident", "", &["rank among those who could be asked"]),
    row(Draw::IdeaJoining, "idea and resident", "", &["joins", "took part in deciding"]),
    row(Draw::WorkMember, "work and member", "", &["quits", "contributes"]),
    row(Draw::WorkRecruitment, "work", "", &["fraction of an asking"]),
    row(Draw::RecruitingMember, "work and member", "a quarter of the asking", &["race by equal weights"]),
    row(Draw::RecruitedFriend, "work and resident", "a quarter of the asking", &["race by equal weights"]),
    row(Draw::RecruitJoining, "work and resident", "a quarter of the asking", &["joins"]),
    row(Draw::OwnPlace, "work", "", &["makes a place of its own"]),
    row(
        Draw::MadeUpTerritory,
        "territory or commune of a made-up territory",
        "a quarter of a rank",
        &["place of the rank, or east; north"],
    ),
    row(Draw::Resampling, "number of a resample", "", &["which worlds it takes: no part of any world"]),
    row(Draw::SelfDigest, "made-up people", "", &["no part of any world: two builds are compared by it"]),
    row(Draw::Affinity, "territory", "", &["low half of what pairs are told apart by", "high half"]),
    row(Draw::MeetingAgain, "pair with a tie", "", &["meets once", "tie ends", "meets twice"]),
    row(
        Draw::Displaced,
        "pair that would meet, and the one of both who has no time",
        "number of the encounter: see `Occasion`",
        &["the encounter is given up"],
    ),
];

/// Numbers of the encounters of a pair, apart from those that a resident starts in the village (`0..2048`): what brings two
/// people together in a month does so once, so that help has an address of its own at each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Occasion {
    /// As users of one place.
    Place = 2_048,
    /// As partners of a collaboration.
    Collaboration = 2_049,
    /// As members of a work; the address is the pair in the work.
    Work = 2_050,
    /// At an introduction; the address is the pair at the introduction.
    Introduction = 2_051,
    /// At a supplier meeting; the address is the pair at the meeting.
    SupplierMeeting = 2_052,
    /// As a pair with a tie that meets again.
    Again = 2_053,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of draws that are made no more: the hours of ties with which a world of the first law began.
    const RETIRED: [u32; 1] = [33];

    /// What is wrong with a table: two rows of one number or of one draw, rows out of order, more draws than a block has.
    fn faults(rows: &[DrawRow]) -> Vec<String> {
        let mut faults = Vec::new();
        for pair in rows.windows(2) {
            if pair[0].draw as u32 >= pair[1].draw as u32 {
                faults.push(format!("{:?} after {:?}", pair[1].draw, pair[0].draw));
            }
        }
        for row in rows {
            if row.lanes.is_empty() || row.lanes.len() > 4 || row.about.is_empty() {
                faults.push(format!("{:?} says too little or too much", row.draw));
            }
        }
        faults
    }

    #[test]
    fn no_two_rows_share_a_number() {
        assert_eq!(faults(DRAWS), Vec::<String>::new());
        // Numbers are given without a gap but for those that were taken away: whoever adds a draw without a row is told.
        let (first, last) = (DRAWS[0].draw as usize, DRAWS[DRAWS.len() - 1].draw as usize);
        assert_eq!(
            last - first + 1 - RETIRED.len(),
            DRAWS.len(),
            "a draw without a row, or a number without a draw"
        );
        assert_eq!(last, Draw::Displaced as usize, "the last draw has a row");
    }

    #[test]
    fn a_draw_used_twice_is_refused() {
        let twice = [DRAWS[0], DRAWS[1], DRAWS[1]];
        assert_eq!(faults(&twice), ["FounderChild after FounderChild"]);
        let mute = [row(Draw::Life, "resident", "", &[])];
        assert_eq!(faults(&mute), ["Life says too little or too much"]);
    }
}
