//! Contact of a month added to ties, in no order: it is summed for each pair before anybody runs out of slots.

use super::{Encounters, End, SLOTS, Ties};
use crate::kernel::order;
use crate::kernel::random::Who;
use crate::state::population::{Residents, Row};

/// Contact of a pair for whom one of both has no slot left.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    /// The one with the lower address first: whatever is done to ties is done in the order of addresses, so that slots are
    /// taken alike wherever rows stand in memory.
    pair: [Row; 2],
    units: u16,
}

/// Which of two ties stays when there is room for one: that of more hours, else one by chance.
type Rank = (u16, u64);

impl Ties {
    /// Ends the ties that end this month, then adds the contact of all encounters. Where a resident would have more ties than
    /// slots, those that rank beyond them by hours at either end go, so that the order of encounters is none.
    ///
    /// # Panics
    /// When a resident meets himself.
    pub fn meet_all(&mut self, residents: &Residents, met: &Encounters) {
        for (row, slot) in met.ended.iter().flatten() {
            let end = self.end[*row as usize][*slot as usize];
            self.stock[*row as usize][*slot as usize] = 0;
            self.stock[end.other() as usize][end.back()] = 0;
        }
        let mut waiting = Vec::new();
        met.contacts(residents, |pair, units, slot| {
            self.meet(&residents.address, pair, (units, slot), &mut waiting);
        });
        self.part_from_the_weakest(residents, summed(&residents.address, waiting));
    }

    /// Adds contact to a pair; a new tie takes a free slot on both sides, or waits. A wrong `guess` of the slot in the row of
    /// `a` costs a search.
    fn meet(
        &mut self,
        address: &[Who],
        [a, b]: [Row; 2],
        (units, guess): (u16, u8),
        waiting: &mut Vec<Waiting>,
    ) {
        assert_ne!(a, b, "nobody meets himself");
        let guessed = self.end[a as usize][guess as usize].other() == b;
        let slot = if guessed { Some(guess as usize) } else { self.find(a, b) };
        if let Some(slot) = slot {
            let stock = &mut self.stock[a as usize][slot];
            *stock = stock.saturating_add(units);
            let new = *stock;
            let back = self.end[a as usize][slot].back();
            self.stock[b as usize][back] = new;
        } else if units > 0 {
            if self.degree(a) < SLOTS && self.degree(b) < SLOTS {
                self.begin(address, [a, b], units);
            } else {
                let first = address[a as usize] < address[b as usize];
                waiting.push(Waiting { pair: if first { [a, b] } else { [b, a] }, units });
            }
        }
    }

    /// Puts a tie that is not there yet into a free slot of both ends; `address` is that of everybody, by row.
    ///
    /// # Panics
    /// When either has no slot left.
    pub fn begin(&mut self, address: &[Who], [a, b]: [Row; 2], units: u16) {
        let first = address[a as usize] < address[b as usize];
        let (of_a, of_b) = (self.degree(a), self.degree(b));
        let across = self.origin[a as usize] != self.origin[b as usize];
        self.put(a, End::new(b, of_b, across, first), units);
        self.put(b, End::new(a, of_a, across, !first), units);
    }

    /// Of the present ties and of those that wait, keeps those that both ends rank within their slots.
    fn part_from_the_weakest(&mut self, residents: &Residents, waiting: Vec<Waiting>) {
        let address = &residents.address[..];
        let rank = |[a, b]: [Row; 2], stock: u16| -> Rank {
            (stock, address[a as usize].pair(address[b as usize]).bits())
        };
        // For each row, the last of those who wait for it, and before each the one before, one more than their positions.
        let mut last: Vec<u32> = vec![0; if waiting.is_empty() { 0 } else { address.len() }];
        let mut before: Vec<[u32; 2]> = Vec::with_capacity(waiting.len());
        for (at, wait) in (1..).zip(&waiting) {
            before.push(wait.pair.map(|row| std::mem::replace(&mut last[row as usize], at)));
        }
        let mut refused = vec![false; waiting.len()];
        let mut parted: Vec<[Row; 2]> = Vec::new();
        let mut ranked: Vec<Ranked> = Vec::new();
        for row in residents.order().iter().copied() {
            let mut news = last.get(row as usize).copied().unwrap_or(0);
            if news == 0 {
                continue;
            }
            ranked.clear();
            ranked.extend(self.of(row).map(|(other, stock)| Ranked { stock, tie: Tie::Present(other) }));
            while news > 0 {
                let at = news as usize - 1;
                let side = usize::from(waiting[at].pair[1] == row);
                ranked.push(Ranked { stock: waiting[at].units, tie: Tie::Waits(at as u32) });
                news = before[at][side];
            }
            let pair = |tie: &Tie| match tie {
                Tie::Present(other) => [row, *other],
                Tie::Waits(at) => waiting[*at as usize].pair,
            };
            while ranked.len() > SLOTS {
                let lowest = ranked.iter().map(|ranked| ranked.stock).min().unwrap_or(0);
                // Stocks are alike often; only among those does an address matter.
                let last = (0..ranked.len())
                    .filter(|at| ranked[*at].stock == lowest)
                    .min_by_key(|at| rank(pair(&ranked[*at].tie), lowest));
                match last.map(|last| ranked.swap_remove(last).tie) {
                    Some(Tie::Present(other)) => parted.push([row, other]),
                    Some(Tie::Waits(at)) => refused[at as usize] = true,
                    None => break,
                }
            }
        }
        for [a, b] in parted {
            // Both may have ranked it last.
            if let Some(slot) = self.find(a, b) {
                let back = self.end[a as usize][slot].back();
                self.drop_slot(a, slot);
                self.drop_slot(b, back);
            }
        }
        for (wait, refused) in waiting.into_iter().zip(refused) {
            if !refused {
                self.begin(address, wait.pair, wait.units);
            }
        }
    }
}

/// A tie, or one that would be, among those of a resident who has too many.
#[derive(Clone, Copy)]
struct Ranked {
    stock: u16,
    tie: Tie,
}

#[derive(Clone, Copy)]
enum Tie {
    /// With whom.
    Present(Row),
    /// Position among those that wait.
    Waits(u32),
}

/// The contact of each pair, once, in the order of addresses.
fn summed(address: &[Who], mut waiting: Vec<Waiting>) -> Vec<Waiting> {
    order::by_key(&mut waiting, |wait| wait.pair.map(|row| address[row as usize]));
    waiting.dedup_by(|again, first| {
        let same = again.pair == first.pair;
        if same {
            first.units = first.units.saturating_add(again.units);
        }
        same
    });
    waiting
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::random::{CommuneCode, Occasion};
    use crate::kernel::units::Month;
    use crate::state::population::{Brought, Entrant, Occupation, Origin};
    use crate::state::ties::{Channel, Encounter};

    const PEOPLE: u32 = 60;

    fn residents() -> Residents {
        let mut residents = Residents::default();
        for index in 0..PEOPLE {
            residents.enter(&Entrant {
                address: Who::founder(CommuneCode::parse("1").expect("a code"), index),
                origin: Origin::Local,
                birth: Month::FIRST,
                arrived: Month::FIRST,
                commune: 0,
                occupation: Occupation::Inactive,
                secluded: false,
                skill: 0.0,
                brought: Brought::No,
            });
        }
        residents
    }

    fn encounter(residents: &Residents, from: Row, with: Row, units: u16) -> Encounter {
        let who = residents.address[from as usize].pair(residents.address[with as usize]);
        let (before, slot, ordinal) = (0, 0, Occasion::Place as u16);
        Encounter { who, from, with, units, before, slot, ordinal, channel: Channel::Structured }
    }

    /// The ties of everybody, in no order of slots.
    fn ties(of: &Ties) -> Vec<Vec<(Row, u16)>> {
        let row = |row| {
            let mut ties: Vec<(Row, u16)> = of.of(row).collect();
            ties.sort_unstable();
            ties
        };
        (0..PEOPLE).map(row).collect()
    }

    /// Everybody meets some forty others, most of them with the same contact: more than anybody has slots.
    fn crowd(residents: &Residents) -> Vec<Encounter> {
        let pairs = (0..PEOPLE).flat_map(|a| (0..a).map(move |b| (a, b)));
        let meet = pairs.filter(|(a, b)| (a * 7 + b * 11) % 3 != 0);
        meet.map(|(a, b)| encounter(residents, a, b, 64 * (1 + u16::from((a + b) % 5 == 0)))).collect()
    }

    #[test]
    fn the_order_of_encounters_is_none() {
        let residents = residents();
        let crowd = crowd(&residents);
        let meet = |order: Vec<Encounter>| {
            let mut found = Ties::new(&residents.origin);
            found.meet_all(&residents, &Encounters::from(order));
            ties(&found)
        };
        let forth = meet(crowd.clone());
        assert!(forth.iter().any(|ties| ties.len() == SLOTS), "somebody has no slot left");
        assert!(forth.iter().all(|ties| ties.len() <= SLOTS));
        let mut back = crowd.clone();
        back.reverse();
        assert_eq!(meet(back), forth);
        let turned: Vec<Encounter> = (0..crowd.len()).map(|at| crowd[at * 17 % crowd.len()]).collect();
        assert_ne!(crowd.len() % 17, 0, "a permutation");
        assert_eq!(meet(turned), forth);
    }

    /// Half a contact and half again are one; a tie of fewer hours gives way to one of more.
    #[test]
    fn contact_is_summed_before_anybody_is_left_out() {
        let residents = residents();
        let full = |units: u16| (1..=SLOTS as Row).map(move |other| (other, units));
        let mut met: Vec<Encounter> =
            full(100).map(|(with, units)| encounter(&residents, 0, with, units)).collect();
        let late = SLOTS as Row + 1;
        met.extend([60, 60].map(|units| encounter(&residents, 0, late, units)));
        let mut found = Ties::new(&residents.origin);
        found.meet_all(&residents, &Encounters::from(met));
        assert_eq!(found.between(0, late), 120, "60 and 60 are more than 100");
        assert_eq!(found.degree(0), SLOTS);
        let parted: Vec<Row> = (1..=SLOTS as Row).filter(|other| found.between(0, *other) == 0).collect();
        assert_eq!(parted.len(), 1);
        assert_eq!(found.degree(parted[0]), 0, "a tie that goes goes on both sides");
    }
}
