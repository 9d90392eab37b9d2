use hameau::indicators::Indicator;
use hameau::random::World;
use hameau::scenario::{Overrides, resolve};
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
    let args: Vec<String> = std::env::args().collect();
    let n: u32 = args[2].parse().unwrap();
    let overrides = Overrides { set: args[3..].to_vec(), ..Default::default() };
    let scenario = match resolve(&args[1], &overrides, &Disk) {
        Ok(s) => s,
        Err(m) => {
            println!("{m}");
            return;
        }
    };
    let t = std::time::Instant::now();
    let runs: Vec<_> =
        (0..n).map(|r| hameau::batch::simulate(&scenario, World { seed: 1, replicate: r }, |_| ())).collect();
    println!("{:?} per run", t.elapsed() / n);
    for i in Indicator::all() {
        let mut out = String::new();
        let months = runs[0].months.len();
        for m in [11, 59, 119, months - 1] {
            if m >= months {
                continue;
            }
            let v: Vec<f64> = runs.iter().filter_map(|r| r.months[m].of(i)).collect();
            let mean = v.iter().sum::<f64>() / v.len() as f64;
            out += &format!(" {:>14.4} ({:2})", mean, v.len());
        }
        println!("{:50} {out}", i.row().id);
    }
}
