use hameau::parameters::Key;
use hameau::random::World;
use hameau::scenario::{Memory, Overrides, resolve};
use hameau::step::Simulation;
struct Disk;
impl hameau::scenario::Files for Disk {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        std::fs::read(path).map_err(|e| e.to_string())
    }
    fn list(&self, _: &str) -> Vec<String> {
        vec![]
    }
}
fn main() {
    let _ = Memory::default();
    let args: Vec<String> = std::env::args().collect();
    let overrides = Overrides { set: args[2..].to_vec(), ..Default::default() };
    let scenario = match resolve(&args[1], &overrides, &Disk) {
        Ok(s) => s,
        Err(m) => {
            println!("{m}");
            return;
        }
    };
    let t = std::time::Instant::now();
    let mut sim = Simulation::new(&scenario, World { seed: 1, replicate: 0 }, None);
    println!("founding {:?}", t.elapsed());
    let t = std::time::Instant::now();
    let months = scenario.values[Key::Months] as u32;
    let mut sums = [0u32; 8];
    for m in 0..=months {
        if m % 12 == 0 {
            let s = sim.state();
            let n = s.residents.len() as f64;
            let kids: u32 = s.children.iter().flatten().sum();
            let new =
                s.residents.order().iter().filter(|r| s.residents.origin[**r as usize] as u8 == 1).count();
            let (mut cas, mut st, mut iso, mut deg, mut bel, mut kh, mut cross) =
                (0u32, 0u32, 0u32, 0usize, 0.0, 0.0, 0u32);
            for r in s.residents.order() {
                let v = s.surveys[*r as usize];
                cas += v.casual as u32;
                st += v.strong as u32;
                cross += v.strong_cross as u32;
                iso += (v.strong == 0) as u32;
                deg += s.ties.degree(*r);
                bel += s.minds.belief[*r as usize];
                kh += s.minds.know_how[*r as usize];
            }
            let mut occ = [0; 9];
            for r in s.residents.order() {
                occ[s.residents.occupation[*r as usize] as usize] += 1;
            }
            let users: Vec<(usize, [u32; 2])> =
                s.places.iter().map(|p| (p.users.len(), p.last_users)).collect();
            let b = s.accounts.basic.map(|c| (c.eur() * 12.0 / 1e6 * 10.0).round() / 10.0);
            println!(
                "y{:2} inh {} adults {} new {:.3} | deg {:.1} casual {:.2} strong {:.2} x {:.2} iso {:.2} | bel {:.3} kh {:.3} help {:.3} | occ {:?} | users {:?} | works {} com {:?} id {:?} end {} coll {} | B {:?} | b{} d{} a{} c{} o{} rungs {:?}",
                m / 12,
                n as u32 + kids,
                n,
                new as f64 / n,
                deg as f64 / n,
                cas as f64 / n,
                st as f64 / n,
                cross as f64 / n,
                iso as f64 / n,
                bel / n,
                kh / n,
                s.seen.total_helps as f64 / s.seen.total_occasions.max(1) as f64,
                occ,
                users,
                s.works.list.len(),
                s.totals.committed,
                s.totals.ideas,
                s.totals.ended,
                s.collaborations.going_on.len(),
                b,
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                hameau::places::Rung::ALL.map(|g| s
                    .residents
                    .order()
                    .iter()
                    .filter(|r| s.users.rung[**r as usize] == g)
                    .count())
            );
            sums = [0; 8];
        }
        if m < months {
            sim.step();
            let f = &sim.state().flows;
            sums[0] += f.births;
            sums[1] += f.deaths;
            sums[2] += f.arrived[0] + f.arrived[1] + f.children_arrived;
            sums[3] += f.arrived_in_care;
            sums[4] += f.departed[0] + f.departed[1] + f.children_departed;
        }
    }
    println!("run {:?}", t.elapsed());
}
