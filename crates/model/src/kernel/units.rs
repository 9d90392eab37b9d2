//! Money, dates and rates: the types in which a number carries its unit.

use crate::kernel::portable;
use std::fmt;
use std::num::NonZeroU32;

/// A calendar month, counted from January of year 0; written `2017-03`. It holds one more than that count, so that no
/// month at all needs no more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(NonZeroU32);

impl Month {
    /// First and last month that a scenario may name.
    pub const FIRST: Self = Self::new(1900, 1);
    /// See [`Month::FIRST`].
    pub const LAST: Self = Self::new(2200, 12);

    /// The month `month` (1 to 12) of `year`.
    ///
    /// # Panics
    /// When `month` is not between 1 and 12.
    #[must_use]
    pub const fn new(year: u32, month: u32) -> Self {
        assert!(month >= 1 && month <= 12, "a month is between 1 and 12");
        Self::from_index(year * 12 + month - 1)
    }

    /// The month with this count of months since January of year 0.
    #[must_use]
    pub const fn from_index(index: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(index))
    }

    /// Months since January of year 0.
    #[must_use]
    pub const fn index(self) -> u32 {
        self.0.get() - 1
    }

    /// Calendar year.
    #[must_use]
    pub const fn year(self) -> u32 {
        self.index() / 12
    }

    /// Month of the year, 1 to 12.
    #[must_use]
    pub const fn of_year(self) -> u32 {
        self.index() % 12 + 1
    }

    /// The month `months` later.
    #[must_use]
    pub const fn plus(self, months: u32) -> Self {
        Self::from_index(self.index() + months)
    }

    /// Months from `earlier` to `self`; negative when `earlier` is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i32 {
        self.index() as i32 - earlier.index() as i32
    }

    /// Months from `earlier` to `self`; none when `earlier` is later.
    #[must_use]
    pub fn months_after(self, earlier: Self) -> u32 {
        self.since(earlier).max(0) as u32
    }

    /// Reads `YYYY-MM`; `None` for anything else, impossible months and years outside 1900 to 2200 included.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |s: &str, n| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return None;
        }
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        if !(1..=12).contains(&month) {
            return None;
        }
        let parsed = Self::new(year, month);
        (Self::FIRST..=Self::LAST).contains(&parsed).then_some(parsed)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.of_year())
    }
}

/// An amount of money in integer euro cents: sums do not depend on their order, and accounts balance exactly.
///
/// An amount that does not fit stops the program instead of turning into another. Settings that could make one are refused
/// when they are read (`scenario::money`), so that this is a bug.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cents(pub i64);

/// Why an amount that does not fit stops the program.
const FITS: &str = "an amount of money fits its cents";

impl Cents {
    /// The nearest cent to an amount in euros.
    ///
    /// # Panics
    /// When it does not fit.
    #[must_use]
    pub fn from_eur(eur: f64) -> Self {
        Self::whole((eur * 100.0).round())
    }

    /// The amount in euros.
    #[must_use]
    pub fn eur(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// The amount times `share`, rounded to the cent towards zero: what is lost goes to whoever takes the rest.
    ///
    /// # Panics
    /// When it does not fit.
    #[must_use]
    pub fn part(self, share: f64) -> Self {
        Self::whole((self.0 as f64 * share).trunc())
    }

    /// The amount so many times.
    ///
    /// # Panics
    /// When it does not fit.
    #[must_use]
    pub fn times(self, count: u64) -> Self {
        let count = i64::try_from(count).expect(FITS);
        Self(self.0.checked_mul(count).expect(FITS))
    }

    /// One of so many equal parts of the amount, rounded to the cent towards zero.
    ///
    /// # Panics
    /// When there are none.
    #[must_use]
    pub fn over(self, parts: u32) -> Self {
        Self(self.0 / i64::from(parts))
    }

    /// This whole number of cents.
    fn whole(cents: f64) -> Self {
        // 2^63 itself is the first that does not fit; no number at all fits neither.
        assert!(cents.abs() < 9_223_372_036_854_775_808.0, "{FITS}: {cents}");
        Self(cents as i64)
    }
}

impl std::ops::Add for Cents {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.checked_add(other.0).expect(FITS))
    }
}

impl std::ops::AddAssign for Cents {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::ops::Sub for Cents {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.checked_sub(other.0).expect(FITS))
    }
}

impl std::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), |total, amount| total + amount)
    }
}

/// Probability that an event of constant hazard `rate_per_year` happens within one month, `1 - e^(-rate/12)`.
#[must_use]
pub fn monthly_probability(rate_per_year: f64) -> f64 {
    -portable::exp_m1(-rate_per_year / 12.0)
}

/// Great-circle distance in kilometres between two points given in degrees (haversine, mean radius 6371.0088 km).
#[must_use]
pub fn great_circle_km(from: (f64, f64), to: (f64, f64)) -> f64 {
    const MEAN_RADIUS_KM: f64 = 6371.0088;
    let radians = std::f64::consts::PI / 180.0;
    let (latitude_1, latitude_2) = (from.0 * radians, to.0 * radians);
    let half_latitude = portable::sin((latitude_2 - latitude_1) / 2.0);
    let half_longitude = portable::sin((to.1 - from.1) * radians / 2.0);
    let haversine = half_latitude * half_latitude
        + portable::cos(latitude_1) * portable::cos(latitude_2) * half_longitude * half_longitude;
    2.0 * MEAN_RADIUS_KM * portable::asin(haversine.sqrt().min(1.0))
}

#[cfg(test)]
mod tests {
    use super::Cents;

    /// Whether something stops the program.
    fn stops(what: impl FnOnce() -> Cents + std::panic::UnwindSafe) -> bool {
        std::panic::catch_unwind(what).is_err()
    }

    #[test]
    fn an_amount_that_does_not_fit_becomes_no_other() {
        let most = Cents(i64::MAX);
        assert!(stops(move || most + Cents(1)));
        assert!(stops(move || Cents(i64::MIN) - Cents(1)));
        assert!(stops(move || [most, most].into_iter().sum()));
        assert!(stops(move || most.times(2)));
        assert!(stops(move || Cents(1).times(u64::MAX)));
        assert!(stops(move || most.part(1.0)), "the double next to it is 2^63");
        assert!(stops(|| Cents::from_eur(1e17)));
        assert!(stops(|| Cents::from_eur(f64::NAN)));
        assert!(stops(|| {
            let mut total = Cents(i64::MAX);
            total += Cents(1);
            total
        }));
    }

    #[test]
    fn an_amount_that_fits_is_itself() {
        assert_eq!(Cents::from_eur(9e16), Cents(9_000_000_000_000_000_000));
        assert_eq!(Cents(-7).part(0.5), Cents(-3));
        assert_eq!(Cents(7).times(3).over(2), Cents(10));
        assert_eq!(Cents(i64::MAX) - Cents(i64::MAX), Cents(0));
    }
}
