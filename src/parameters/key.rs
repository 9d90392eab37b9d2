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
    // shared_place (lever)
    PlaceCapacity,
    PlaceDayFee,
    // facilitation (lever)
    FacilitationFte,
    /// Not a parameter: how many there are.
    #[doc(hidden)]
    Count,
}
