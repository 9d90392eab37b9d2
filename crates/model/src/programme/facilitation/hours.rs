//! The hours of a facilitator: which meetings they suffice for, and what is left of them.
//!
//! A purpose that has nobody leaves its hours to another: an introduction for which no pair is found to visits; common hours of
//! a place with fewer than two users to visits; a visit for which nobody is found to common hours, where there are two users. What
//! then still has no use is unused. Nothing is lost: what was kept and what is given is spent on meetings, unused, or kept.

use crate::inputs::parameters::{Key, Values};
use crate::state::places::{FacilitatedHours, KeptHours};

/// Hours at hand in a month, and what each meeting takes of them.
pub(super) struct Hours {
    at_hand: KeptHours,
    /// Of an introduction or a visit.
    each: f64,
    /// Of a common hour.
    common: f64,
}

impl Hours {
    pub(super) fn new(values: &Values, kept: KeptHours, given: &FacilitatedHours) -> Self {
        Self {
            at_hand: KeptHours {
                common: kept.common + given.common,
                introductions: kept.introductions + given.introductions,
                outreach: kept.outreach + given.outreach,
            },
            each: values[Key::IntroductionWork],
            common: values[Key::CommonHourWork],
        }
    }

    /// Makes the introductions; `introduce` says of each whether a pair was found.
    pub(super) fn introductions(&mut self, introduce: impl FnMut(u32) -> bool) {
        self.at_hand.outreach += spend(&mut self.at_hand.introductions, self.each, introduce);
    }

    /// Makes the visits; `visit` says of each whether somebody was found. `together` says whether there are users enough for a
    /// common hour. Returns the hours that are unused.
    pub(super) fn visits(&mut self, together: bool, visit: impl FnMut(u32) -> bool) -> f64 {
        if !together {
            self.at_hand.outreach += std::mem::take(&mut self.at_hand.common);
        }
        let left = spend(&mut self.at_hand.outreach, self.each, visit);
        if together {
            self.at_hand.common += left;
            return 0.0;
        }
        left
    }

    /// Common hours that are held, and what is kept of all hours.
    pub(super) fn common_hours(mut self) -> (u32, KeptHours) {
        let mut held = 0;
        spend(&mut self.at_hand.common, self.common, |_| {
            held += 1;
            true
        });
        (held, self.at_hand)
    }
}

/// Spends hours on meetings that take so many each, as long as they suffice, and returns the hours of those that found nobody.
fn spend(hours: &mut f64, each: f64, mut meet: impl FnMut(u32) -> bool) -> f64 {
    let meetings = (*hours / each) as u32;
    *hours = (*hours - f64::from(meetings) * each).max(0.0);
    (0..meetings).filter(|number| !meet(*number)).count() as f64 * each
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is made of a month's hours: introductions tried and made, visits tried and made, common hours, unused, kept.
    fn month(
        kept: KeptHours,
        given: &FacilitatedHours,
        found: [bool; 2],
        together: bool,
    ) -> ([u32; 5], f64, KeptHours) {
        let mut hours = Hours::new(&Values::default(), kept, given);
        let mut made = [0; 5];
        hours.introductions(|_| {
            made[0] += 1;
            made[1] += u32::from(found[0]);
            found[0]
        });
        let unused = hours.visits(together, |_| {
            made[2] += 1;
            made[3] += u32::from(found[1]);
            found[1]
        });
        let (held, kept) = hours.common_hours();
        made[4] = held;
        (made, unused, kept)
    }

    #[test]
    fn hours_are_spent_unused_or_kept() {
        let given = FacilitatedHours {
            common: 13.0,
            introductions: 25.0,
            outreach: 5.5,
            ..FacilitatedHours::default()
        };
        let total = |hours: KeptHours| hours.common + hours.introductions + hours.outreach;
        for number in 0_u32..8 {
            let found = [number & 1 == 0, number & 2 == 0];
            let together = number & 4 == 0;
            let mut kept = KeptHours::default();
            for _ in 0..40 {
                let (made, unused, left) = month(kept, &given, found, together);
                let spent = 2.0 * f64::from(made[1] + made[3]) + 3.0 * f64::from(made[4]);
                assert!((total(kept) + 43.5 - spent - unused - total(left)).abs() < 1e-9, "{made:?}");
                assert!(unused == 0.0 || (!found[1] && !together), "unused while somebody could be met");
                assert!(total(left) < 7.0, "less than a meeting of each is kept");
                kept = left;
            }
        }
    }

    /// 25 hours are 12.5 introductions: 12 and 13 in turn, none lost.
    #[test]
    fn what_does_not_suffice_is_kept() {
        let given = FacilitatedHours { introductions: 25.0, ..FacilitatedHours::default() };
        let (first, _, kept) = month(KeptHours::default(), &given, [true, true], true);
        let (second, _, left) = month(kept, &given, [true, true], true);
        assert_eq!((first[1], second[1]), (12, 13));
        assert_eq!(left, KeptHours::default());
    }

    /// Nobody to introduce and too few for a common hour: 38 hours are 19 visits.
    #[test]
    fn hours_without_a_use_go_to_visits() {
        let given = FacilitatedHours { introductions: 26.0, common: 12.0, ..FacilitatedHours::default() };
        let (made, unused, _) = month(KeptHours::default(), &given, [false, true], false);
        assert_eq!((made, unused), ([13, 0, 19, 19, 0], 0.0));
        let (made, unused, _) = month(KeptHours::default(), &given, [false, false], false);
        assert_eq!((made[3], made[4], unused), (0, 0, 38.0));
        // With two users the visits that find nobody make common hours.
        let (made, unused, _) = month(KeptHours::default(), &given, [false, false], true);
        assert_eq!((made[4], unused), (12, 0.0));
    }
}
