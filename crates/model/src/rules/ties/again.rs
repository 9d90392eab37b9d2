//! Who meets again, and which ties end: one block of draws for each pair and month.

use super::Village;
use super::law::MeetingLaw;
use super::sieve::Sieve;
use crate::inputs::parameters::Key;
use crate::kernel::parallel::{self, CHUNK};
use crate::kernel::random::{Draw, Source, Uniform, Who};
use crate::kernel::units::Month;
use crate::state::moment::Moment;
use crate::state::population::Row;
use crate::state::ties::{Encounters, Meeting, SLOTS, Started, units};

/// Ties whose draws are made in one sweep, about.
const SWEEP: usize = 1024;

/// A present tie, as the one of its ends with the lower address sees it.
#[derive(Clone, Copy, Default)]
struct Chain {
    from: Row,
    with: Row,
    stock: u16,
    slot: u8,
}

/// What every tie of the month needs to know.
struct Search<'a> {
    source: Source,
    month: Month,
    village: &'a Village<'a>,
    law: &'a MeetingLaw,
    eager: &'a [u16],
}

/// Every present tie of a month, once: those with affinity meet again or not, and any may end. Each belongs to the end with
/// the lower address.
pub fn meet_again(moment: &Moment, village: &Village, law: &MeetingLaw, out: &mut Encounters) {
    let residents = village.residents;
    out.contact = units(moment.value(Key::VillageEncounterHours));
    law.eager(residents, moment.month, &mut out.eager);
    let (source, eager) = (moment.source(Draw::MeetingAgain), &out.eager[..]);
    let search = Search { source, month: moment.month, village, law, eager };
    let order = residents.order();
    out.again.resize_with(order.len().div_ceil(CHUNK), Started::default);
    out.ended.resize_with(order.len().div_ceil(CHUNK), Vec::new);
    let columns = (&mut out.again[..], &mut out.ended[..]);
    parallel::columns(1, columns, |first, (lists, ended)| {
        let mut sweep = Sweep::default();
        for (chunk, (started, ended)) in order.chunks(CHUNK).skip(first).zip(lists.iter_mut().zip(ended)) {
            started.clear();
            ended.clear();
            for rows in chunk.chunks(SWEEP / SLOTS * 2) {
                sweep.list(&search, rows);
                sweep.meet(&search, ended);
                started.add(chunk, sweep.met.kept());
            }
        }
    });
}

/// The ties of some residents.
#[derive(Default)]
struct Sweep {
    chains: Sieve<Chain>,
    pairs: Vec<Who>,
    draws: Vec<[Uniform; 4]>,
    met: Sieve<Meeting>,
}

impl Sweep {
    /// Lists the ties that belong to these residents.
    fn list(&mut self, search: &Search, rows: &[Row]) {
        let Village { residents, ties, .. } = search.village;
        self.chains.begin(rows.len() * SLOTS);
        for row in rows {
            let (ends, stocks) = ties.row(*row);
            for slot in 0..ties.degree(*row) {
                let chain =
                    Chain { from: *row, with: ends[slot].other(), stock: stocks[slot], slot: slot as u8 };
                self.chains.put(chain, ends[slot].first());
            }
        }
        self.pairs.clear();
        let address = |row: Row| residents.address[row as usize];
        let pair = |chain: &Chain| address(chain.from).pair_with_higher(address(chain.with));
        self.pairs.extend(self.chains.kept().iter().map(pair));
        self.draws.resize(self.pairs.len(), [Uniform::default(); 4]);
        search.source.fill_at(search.month, &mut self.draws, |at| (self.pairs[at], 0));
    }

    /// Which of them meet, and which end.
    fn meet(&mut self, search: &Search, ended: &mut Vec<(Row, u8)>) {
        let Search { law, eager, .. } = search;
        self.met.begin(self.pairs.len());
        let all = self.chains.kept().iter().zip(&self.pairs).zip(&self.draws);
        for ((chain, pair), [once, end, twice, _]) in all {
            if law.ends(*end) {
                ended.push((chain.from, chain.slot));
                continue;
            }
            let eager = [eager[chain.from as usize], eager[chain.with as usize]];
            let times = law.times(chain.stock, eager, [*once, *twice]);
            let meets = (times > 0) & law.affine(*pair);
            let meeting = Meeting::again(chain.from, chain.with, times.max(1), (chain.stock, chain.slot));
            self.met.put(meeting, meets);
        }
    }
}
