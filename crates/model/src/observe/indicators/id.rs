//! The names by which code asks for an indicator.

/// Every indicator, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
pub enum Indicator {
    // cooperation
    /// Of the occasions to help somebody met this month, the share that was taken.
    HelpGiven,
    /// Share of adults whom somebody helped in an average month.
    AdultsHelped,
    /// Adults who use no shared place and take part in no common work.
    RungOutsiders,
    /// Adults who use a place and have not yet made three casual friends there.
    RungUsers,
    /// Adults with three casual friends or more among the users, who do not give time yet.
    RungMembers,
    /// Adults who give time to a place or a common work.
    RungContributors,
    /// Adults who took part in a decision that bound a place or a common work.
    RungCoDeciders,
    /// Share of active users who have never given time: taking is not enough.
    UsersOnlyTaking,
    /// Median months from a user's first day in a place to the first hour given.
    MonthsToGiving,
    /// Small jobs that two residents are doing together.
    CollaborationsActive,
    /// Active collaborations for a thousand pairs who could have one.
    CollaborationsPerPair,
    /// Ideas of a common work that somebody put to others.
    WorksStarted,
    /// Ideas that found the contributors they needed.
    WorksCommitted,
    /// Of the ideas already decided, the share that found their contributors.
    WorksConversion,
    /// Common works that operate this month.
    WorksOperating,
    /// Common works that operated and stopped.
    WorksEnded,
    /// Tools that the council paid for whole: nobody committed.
    WorksGivenTool,
    /// Operating works whose contributors paid before knowing whether enough would join.
    WorksToolFirst,
    /// Operating works whose contributors committed first, as in a farm-machinery cooperative.
    WorksCommitmentFirst,
    /// Operating works whose output grows with the number of contributors.
    WorksScaled,
    /// Operating works that serve their own contributors.
    WorksMutualService,
    /// Operating works that sell what place-bound and market skills make together.
    WorksProductiveVenture,
    /// Operating works open to all: a festival, an archive, a trail.
    WorksCulturalCommons,
    /// Operating works of which the council is a partner: promoters with users.
    WorksWithCouncil,
    /// Share of adults who contribute to an operating common work.
    AdultsInWork,
    /// Share of operating works in which each origin makes at least a fifth of the team.
    WorksMixed,
    /// Of the works operating when funding ended, the share still operating two years later.
    WorksAfterFunding,
    /// Months before a first common work operates.
    MonthsToFirstWork,
    /// Whether at least one common work of locals and newcomers operates.
    MixedWork,
    // passage
    /// Mean months in the place of those who left it; short stays weigh too much while the place is young.
    StayOfLeavers,
    /// Months in the place that this year's rate of leaving implies; not biased towards short stays.
    ExpectedStay,
    /// Share of the entrepreneurs whom the programme brought who ever used a shared place.
    EntrepreneursEverUsing,
    /// Residents who came to a shared place at least one day this month.
    ActiveUsers,
    /// Hours that an active user spends in the place in a month.
    UserHours,
    // closure
    /// Share of the hours spent in shared places that newcomers spend.
    AttendanceHours,
    /// Share of the active users who are newcomers.
    AttendanceUsers,
    /// How much larger the newcomers' share of hours is than their share of adults; 0 mirrors the territory.
    AttendanceGap,
    /// How much newcomers who attend prefer newcomers among those who attend; 1 is full closure.
    AttendeesNewcomersIh,
    /// How much locals who attend prefer locals among those who attend; 1 is full closure.
    AttendeesLocalsIh,
    /// Of the ties of newcomers, the share that links them to newcomers.
    NewcomersSameOrigin,
    /// Of the ties of locals, the share that links them to locals.
    LocalsSameOrigin,
    /// How much newcomers tie with newcomers beyond their number; 0 as chance would, 1 only among themselves.
    NewcomersIh,
    /// How much locals tie with locals beyond their number; 0 as chance would, 1 only among themselves.
    LocalsIh,
    /// External less internal ties over all ties: -1 only within an origin, 1 only across.
    EiIndex,
    /// The E-I index that the same ties would have on average if origins were dealt at random.
    EiPermutationMean,
    /// How far external ties are from what chance gives; below -2 the closure is no accident.
    EiZ,
    /// How much ties stay within an origin, given how many ties each origin has.
    Assortativity,
    /// How far assortativity is from what chance gives; above 2 the closure is no accident.
    AssortativityZ,
    /// Strong ties with newcomers that a local has on average.
    StrongAcross,
    /// Share of adults without a strong tie in the territory.
    Isolated,
    /// Share of adult newcomers without a strong tie in the territory.
    IsolatedNewcomers,
    /// Share of adult locals without a strong tie in the territory.
    IsolatedLocals,
    /// Ties of a casual friend or better that an adult has on average.
    Degree,
    /// Ties of a friend or better that an adult has on average.
    StrongDegree,
    // economy
    /// Income that enters because something made here is sold outside.
    IncomeProductive,
    /// Income that enters because people live or stay here: pensions, commuters' and remote wages, visitors.
    IncomeResidential,
    /// Wages that public bodies pay in the territory.
    IncomePublic,
    /// Social transfers other than pensions.
    IncomeSocial,
    /// Income that stays because enterprises buy from each other here what they bought outside.
    IncomeSubstituted,
    /// All income of the territory, once basic and substituted income have been spent and re-spent in it.
    IncomeTotal,
    /// Value added by enterprises whose trade is not to serve those present: the statistical sphere.
    ProductiveSector,
    /// Value added here by what is sold outside, wherever the enterprise has its ties.
    ProductiveOrigin,
    /// Value added that is sold outside and draws on purchases, partners and hires found here.
    ProductiveAnchored,
    /// Jobs of the non-presential sphere.
    ProductiveSectorJobs,
    /// Jobs that live on sales outside.
    ProductiveOriginJobs,
    /// Jobs that live on sales outside and are tied to what is found here.
    ProductiveAnchoredJobs,
    /// Private jobs that serve those present: shops, crafts, care.
    PresentialPrivateJobs,
    /// Jobs of public bodies.
    PublicJobs,
    /// All jobs in the territory.
    TotalJobs,
    /// Enterprises run by historical locals.
    EnterprisesLocals,
    /// Enterprises run by newcomers.
    EnterprisesNewcomers,
    /// Enterprises that sell more outside the territory than in it.
    EnterprisesOutward,
    /// Of the enterprises begun three to four years ago, the share alive after three, whatever ended the others.
    EnterprisesAlive3Years,
    /// Of the enterprises begun five to six years ago, the share alive after five, whatever ended the others.
    EnterprisesAlive5Years,
    /// Mean share of sales made outside by locals' enterprises.
    OutsideSalesLocals,
    /// Mean share of sales made outside by newcomers' enterprises.
    OutsideSalesNewcomers,
    /// Mean share of purchases, partners and hires that enterprises find in the territory.
    LocalLinkage,
    /// Of the turnover that growing enterprises gained in a year, the share sold in the territory.
    LocalGrowth,
    /// Share of the territory's income that is spent outside.
    Leakage,
    /// Public money spent for each anchored job gained since the start; gross, so compare worlds in pairs.
    CostPerAnchoredJob,
    // population
    /// Adults and children who live in the territory.
    Inhabitants,
    /// Inhabitants of 18 years and more.
    Adults,
    /// Inhabitants under 18 years.
    Children,
    /// Share of adults who are newcomers.
    NewcomersShare,
    /// Adults who came from elsewhere.
    Newcomers,
    /// Adults whose origin is the territory.
    Locals,
    /// Inhabitants of 18 to 39 years.
    Adults18To39,
    /// Inhabitants of 40 to 64 years.
    Adults40To64,
    /// Inhabitants of 65 years and more.
    Adults65Plus,
    /// Children born in a year.
    Births,
    /// Residents who died in a year.
    Deaths,
    /// Persons, children included, who came to live here in a year.
    Arrivals,
    /// Adult newcomers who came to live here in a year.
    ArrivalsNewcomers,
    /// Persons, children included, who left the territory in a year.
    Departures,
    /// Births less deaths, in percent of the inhabitants.
    NaturalBalance,
    /// Arrivals less departures, in percent of the inhabitants.
    NetMigration,
    /// Of the newcomers who arrived five to six years ago, the share that still lives here.
    NewcomersRetained,
    /// Persons, children included, whom the programme brought since the start; gross, not additional.
    ProgrammeArrivals,
    // money
    /// Public money spent on the programme in a year, whoever pays.
    Spending,
    /// What the commune and the inter-municipal council pay in a year.
    SpendingCouncil,
    /// What department, region, state and Europe pay in a year.
    SpendingOthers,
    /// Public money spent on the programme since the start, whoever pays.
    SpendingCumulated,
    /// What the commune and the inter-municipal council have paid since the start.
    SpendingCouncilCumulated,
    /// What department, region, state and Europe have paid since the start.
    SpendingOthersCumulated,
    /// Public money spent on the programme in a year, for each inhabitant.
    SpendingPerInhabitant,
    /// Not an indicator: how many there are.
    #[doc(hidden)]
    Count,
}
