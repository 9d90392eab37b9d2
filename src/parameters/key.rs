//! The names by which code asks for a parameter.

/// Every parameter, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
pub enum Key {
    // simulation
    Start,
    Months,
    Replicates,
    Seed,
    // travel
    CrowFliesRatio,
    Speed,
    FixedMinutes,
    // initial
    NewcomerShare,
    NewcomerTenure,
    NewcomerAgeing,
    NewcomerFarmer,
    NewcomerEntrepreneur,
    NewcomerRemote,
    YouthShare,
    AgeBeyond90,
    ActivityYoung,
    ActivityFifties,
    ActivitySixties,
    FarmerShare,
    RemoteShare,
    PublicShare,
    ProductiveEmployees,
    WorkplaceSmoothing,
    CareHomeOld,
    CareHomeOldest,
    // shared_place (lever)
    PlaceCapacity,
    PlaceDayFee,
    // facilitation (lever)
    FacilitationFte,
    /// Not a parameter: how many there are.
    #[doc(hidden)]
    Count,
}
