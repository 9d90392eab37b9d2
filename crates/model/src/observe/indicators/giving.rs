//! How long from taking to giving: a median with people who have not given yet (Kaplan, Meier 1958).

use crate::kernel::order;

/// Kaplan-Meier median of durations in months, each with whether the event came; `None` while the curve stays above one
/// half.
#[must_use]
pub fn kaplan_meier_median(durations: &mut [(u32, bool)]) -> Option<f64> {
    // Events come before censorings of the same duration.
    order::by_key(durations, |(months, gave)| (*months, !gave));
    let mut alive = 1.0;
    let mut at = 0;
    while at < durations.len() {
        let months = durations[at].0;
        let at_risk = (durations.len() - at) as f64;
        let here = durations[at..].iter().take_while(|(other, _)| *other == months);
        let (mut events, mut count) = (0.0, 0);
        for (_, gave) in here {
            events += f64::from(u8::from(*gave));
            count += 1;
        }
        alive *= 1.0 - events / at_risk;
        if alive <= 0.5 {
            return Some(f64::from(months));
        }
        at += count;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::kaplan_meier_median;

    #[test]
    fn median_of_the_remission_times_of_freireich() {
        // 6-MP arm of Freireich et al. 1963, in weeks: the Kaplan-Meier median is 23.
        let censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        let events = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        let mut durations: Vec<(u32, bool)> = censored
            .iter()
            .map(|weeks| (*weeks, false))
            .chain(events.iter().map(|weeks| (*weeks, true)))
            .collect();
        assert_eq!(kaplan_meier_median(&mut durations), Some(23.0));
    }

    #[test]
    fn nobody_gave() {
        assert_eq!(kaplan_meier_median(&mut [(5, false), (9, false)]), None);
        assert_eq!(kaplan_meier_median(&mut []), None);
    }
}
