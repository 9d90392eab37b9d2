//! Small jobs done together by a pair.

use crate::inputs::parameters::Key;
use crate::kernel::parallel;
use crate::kernel::random::{Draw, Occasion, Uniform};
use crate::kernel::units::monthly_probability;
use crate::state::collaborations::Collaboration;
use crate::state::collaborations::Collaborations;
use crate::state::moment::Moment;
use crate::state::population::{Occupation, Residents, Row};
use crate::state::ties::{Channel, Encounter, Survey, Ties, units};

/// Who can do a job together.
fn works(occupation: Occupation) -> bool {
    !matches!(occupation, Occupation::Retired | Occupation::Inactive)
}

impl Collaborations {
    /// Ends and starts collaborations (model 4.7).
    ///
    /// Every pair of casual friends at work has the same hazard. A resident draws once for the pairs that it owns, those
    /// with a higher address: two starts of one resident in one month are neglected. A pair just introduced has a year of
    /// the multiplied hazard at once, in the month of the introduction.
    ///
    /// `surveys` are counts of casual friends at the end of last month; a tie that became one since waits a month.
    pub fn month(
        &mut self,
        moment: &Moment,
        residents: &Residents,
        ties: &Ties,
        surveys: &[Survey],
        introduced: &[(Row, Row)],
    ) {
        let source = moment.source(Draw::CollaborationStart);
        let partner = moment.source(Draw::CollaborationPartner);
        let ended = moment.source(Draw::CollaborationEnd);
        let ends = monthly_probability(12.0 / moment.value(Key::CollaborationLife));
        self.going_on.retain(|job| !ended.draw(job.who, moment.month, 0).bernoulli(ends));
        (self.started, self.started_cross) = (0, 0);
        let rate = moment.value(Key::CollaborationRate);
        let once = monthly_probability(rate);
        let casual = units(moment.value(Key::CasualHours));
        let at_work = |row: Row| works(residents.occupation[row as usize]);
        let starting = |row: Row, [start, ..]: [Uniform; 4]| {
            let who = residents.address[row as usize];
            // Most draws are too high for any number of friends: their ties need not be looked at.
            if !start.bernoulli((once * f64::from(surveys[row as usize].casual)).min(1.0)) {
                return None;
            }
            let owned = |(other, stock): &(Row, u16)| {
                *stock >= casual && residents.address[*other as usize] > who && at_work(*other)
            };
            let pairs = ties.of(row).filter(owned).count() as u32;
            if pairs == 0 || !start.bernoulli((once * f64::from(pairs)).min(1.0)) {
                return None;
            }
            let clocks = ties.of(row).filter(owned);
            let clocks = clocks.map(|(other, _)| (other, residents.address[other as usize], 1.0));
            Some([row, partner.race(who, moment.month, 0, clocks)?])
        };
        let of_friends = parallel::chunks(residents.order(), |rows| {
            let mut starts = Vec::new();
            residents.each_drawn(
                source,
                moment.month,
                0,
                rows,
                |at| at_work(at as Row),
                |row, draws| {
                    starts.extend(starting(row, draws));
                },
            );
            starts
        });
        let mut starts = of_friends.concat();
        let again = monthly_probability(rate * moment.value(Key::CollaborationIntroduced) * 12.0);
        let meets = moment.source(Draw::CollaborationIntroduced);
        for (a, b) in introduced.iter().copied().filter(|(a, b)| at_work(*a) && at_work(*b)) {
            let pair = residents.address[a as usize].pair(residents.address[b as usize]);
            if meets.draw(pair, moment.month, 0).bernoulli(again) {
                starts.push([a, b]);
            }
        }
        for pair in starts {
            self.start(moment, residents, pair);
        }
    }

    fn start(&mut self, moment: &Moment, residents: &Residents, pair: [Row; 2]) {
        let who = residents.address[pair[0] as usize].pair(residents.address[pair[1] as usize]);
        if self.going_on.iter().any(|job| job.who == who) {
            return;
        }
        let origin = |row: Row| residents.origin[row as usize];
        self.started += 1;
        self.started_cross += u32::from(origin(pair[0]) != origin(pair[1]));
        self.going_on.push(Collaboration { pair, who, since: moment.month });
    }

    /// The month's contact of the pairs that collaborate.
    pub fn encounters(&self, moment: &Moment, ties: &Ties, out: &mut Vec<Encounter>) {
        let contact = units(moment.value(Key::CollaborationHours));
        for job in &self.going_on {
            out.push(Encounter {
                who: job.who,
                from: job.pair[0],
                with: job.pair[1],
                units: contact,
                before: ties.between(job.pair[0], job.pair[1]),
                slot: 0,
                ordinal: Occasion::Collaboration as u16,
                channel: Channel::Work,
            });
        }
    }
}
