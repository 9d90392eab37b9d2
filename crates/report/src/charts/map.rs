//! A map of communes: circles whose areas are values.

use super::COLOURS;
use super::canvas::{Anchor, Canvas, FAINT, INK, SMALL, WIDTH, Words, width};
use hameau_model::kernel::units::great_circle_km;
use hameau_words::number;

/// Radius of the largest circle.
const LARGEST: f64 = 26.0;
const MARGIN: f64 = 44.0;
/// Circles that are named.
const NAMED: usize = 3;

/// One commune.
#[derive(Clone, Debug)]
pub struct Circle {
    /// Its name.
    pub name: String,
    /// Latitude and longitude, in degrees.
    pub point: (f64, f64),
    /// Its value.
    pub value: f64,
}

/// Communes of one territory.
#[derive(Clone, Debug)]
pub struct CircleMap {
    /// The communes.
    pub circles: Vec<Circle>,
    /// The value of the largest circle, the same on maps that are compared.
    pub largest: f64,
    /// Decimals worth printing.
    pub decimals: u8,
    /// How a full circle and a hollow one read.
    pub key: [String; 2],
    /// Unit of the values.
    pub unit: String,
}

type Box4 = [f64; 4];

impl CircleMap {
    /// The chart; north is up.
    #[must_use]
    pub fn svg(&self, words: &Words<'_>) -> String {
        let land = Land::new(&self.circles);
        let mut canvas = Canvas::new(land.height + 62.0, words.language);
        let largest = self.largest;
        let radius = |value: f64| {
            if largest > 0.0 { LARGEST * (value.abs() / largest).sqrt() } else { 0.0 }
        };
        // The largest first, so that none hides a smaller one.
        let mut order: Vec<&Circle> = self.circles.iter().collect();
        order.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
        let mut taken: Vec<Box4> = Vec::new();
        for circle in &order {
            let (at, r) = (land.place(circle.point), radius(circle.value));
            if r < 1.0 {
                canvas.disc(at, 1.5, FAINT, 1.0);
            } else if circle.value > 0.0 {
                canvas.disc(at, r, COLOURS[0], 0.65);
            } else {
                canvas.ring(at, r, COLOURS[1], 2.0);
            }
        }
        for circle in order.iter().take(NAMED).filter(|circle| radius(circle.value) >= 1.0) {
            let (x, y) = land.place(circle.point);
            let (wide, r) = (width(&circle.name, SMALL), radius(circle.value));
            let room = [(x, y - r - 4.0), (x, y + r + 12.0), (x, y + 4.0)].into_iter().find_map(|(x, y)| {
                let x = x.clamp(wide / 2.0 + 2.0, WIDTH - wide / 2.0 - 2.0);
                let own = [x - wide / 2.0, y - 10.0, x + wide / 2.0, y + 3.0];
                taken.iter().all(|other| apart(*other, own)).then_some((x, y, own))
            });
            if let Some((x, y, own)) = room {
                taken.push(own);
                canvas.text((x, y), &circle.name, SMALL, Anchor::Middle, INK);
            }
        }
        self.legend(&mut canvas, &land, words);
        canvas.finish(words)
    }

    fn legend(&self, canvas: &mut Canvas, land: &Land, words: &Words<'_>) {
        let y = land.height + 12.0;
        canvas.disc((12.0, y), 6.0, COLOURS[0], 0.65);
        canvas.text((24.0, y + 4.0), &self.key[0], SMALL, Anchor::Start, INK);
        canvas.ring((12.0, y + 18.0), 6.0, COLOURS[1], 2.0);
        canvas.text((24.0, y + 22.0), &self.key[1], SMALL, Anchor::Start, INK);
        let told = format!("{} {}", number(self.largest, self.decimals, words.language), self.unit);
        let biggest =
            words.language.of(("a circle of the largest size: ", "cercle de la plus grande taille : "));
        canvas.text((4.0, y + 42.0), &format!("{biggest}{told}"), SMALL, Anchor::Start, FAINT);
        let (from, to) = (WIDTH - 10.0 - 10.0 * land.pixels_per_km, WIDTH - 10.0);
        canvas.line((from, y + 38.0), (to, y + 38.0), INK, 2.0, None);
        canvas.text((to, y + 32.0), "10 km", SMALL, Anchor::End, FAINT);
    }
}

/// How the land lies on the sheet.
struct Land {
    west: f64,
    north: f64,
    /// Length of a degree of longitude over that of one of latitude.
    narrow: f64,
    /// Pixels of a degree of latitude.
    scale: f64,
    left: f64,
    height: f64,
    pixels_per_km: f64,
}

impl Land {
    fn new(circles: &[Circle]) -> Self {
        let ends = |of: fn(&Circle) -> f64| {
            circles.iter().map(of).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            })
        };
        let ((south, north), (west, east)) = (ends(|circle| circle.point.0), ends(|circle| circle.point.1));
        // One factor will do for so small a land.
        let middle = (f64::midpoint(south, north), west);
        let degree_km = great_circle_km(middle, (middle.0 + 1.0, west));
        let narrow = great_circle_km(middle, (middle.0, west + 1.0)) / degree_km;
        let wide = ((east - west) * narrow).max(1e-6);
        let scale = ((WIDTH - 2.0 * MARGIN) / wide).min(420.0 / (north - south).max(1e-6));
        Self {
            west,
            north,
            narrow,
            scale,
            left: (WIDTH - wide * scale) / 2.0,
            height: (north - south) * scale + 2.0 * MARGIN,
            pixels_per_km: scale / degree_km,
        }
    }

    fn place(&self, (latitude, longitude): (f64, f64)) -> (f64, f64) {
        let x = self.left + (longitude - self.west) * self.narrow * self.scale;
        (x, MARGIN + (self.north - latitude) * self.scale)
    }
}

fn apart(a: Box4, b: Box4) -> bool {
    a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1]
}
