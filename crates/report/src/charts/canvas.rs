//! A sheet to draw on, and the SVG that comes of it.

use hameau_words::{Language, typeset};
use kuva::backend::svg::SvgBackend;
use kuva::render::color::Color;
use kuva::render::render::{PathData, Primitive, Scene, TextAnchor};
use std::fmt::Write as _;

/// Width of every chart, in CSS pixels: that of a phone.
pub const WIDTH: f64 = 360.0;
/// Size of words.
pub(super) const SIZE: u32 = 12;
/// Size of words that only help.
pub(super) const SMALL: u32 = 11;
/// Ink of words and axes.
pub(super) const INK: &str = "#222222";
/// Ink of what only helps: 5.7 to 1 on white.
pub(super) const FAINT: &str = "#666666";
/// Lines of a grid.
pub(super) const GRID: &str = "#DDDDDD";

/// How a chart is named to those who do not see it.
#[derive(Clone, Copy, Debug)]
pub struct Words<'w> {
    /// An id that no other chart of the page has.
    pub id: &'w str,
    /// Its title.
    pub title: &'w str,
    /// What there is to see, in one or two sentences.
    pub description: &'w str,
    /// Language of words and numbers.
    pub language: Language,
}

/// Where a word stands against its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A sheet that is drawn on from back to front.
pub(super) struct Canvas {
    scene: Scene,
    language: Language,
}

type At = (f64, f64);

impl Canvas {
    pub fn new(height: f64, language: Language) -> Self {
        Self { scene: Scene::new(WIDTH, height).with_background(None), language }
    }

    pub fn line(&mut self, from: At, to: At, colour: &str, width: f64, dashes: Option<&str>) {
        self.scene.add(Primitive::Line {
            x1: from.0,
            y1: from.1,
            x2: to.0,
            y2: to.1,
            stroke: Color::from(colour),
            stroke_width: width,
            stroke_dasharray: dashes.map(str::to_owned),
        });
    }

    pub fn polyline(&mut self, points: Vec<At>, colour: &str, width: f64, dashes: Option<&str>) {
        if points.len() > 1 {
            self.scene.add(Primitive::PolyLine {
                points,
                stroke: Color::from(colour),
                stroke_width: width,
                stroke_dasharray: dashes.map(str::to_owned),
            });
        }
    }

    /// A filled shape through these points.
    pub fn area(&mut self, points: &[At], colour: &str, opacity: f64) {
        let Some(first) = points.first() else { return };
        let mut d = format!("M{}", pair(*first));
        for point in &points[1..] {
            let _ = write!(d, "L{}", pair(*point));
        }
        d.push('Z');
        self.scene.add(Primitive::Path(Box::new(PathData {
            d,
            fill: Some(Color::from(colour)),
            stroke: Color::None,
            stroke_width: 0.0,
            opacity: Some(opacity),
            stroke_dasharray: None,
        })));
    }

    pub fn disc(&mut self, centre: At, radius: f64, colour: &str, opacity: f64) {
        self.circle(centre, radius, Color::from(colour), Some(opacity), None);
    }

    pub fn ring(&mut self, centre: At, radius: f64, colour: &str, width: f64) {
        self.circle(centre, radius, Color::from("#FFFFFF"), Some(0.6), Some((Color::from(colour), width)));
    }

    fn circle(
        &mut self,
        centre: At,
        radius: f64,
        fill: Color,
        opacity: Option<f64>,
        stroke: Option<(Color, f64)>,
    ) {
        let (stroke, stroke_width) = stroke.unzip();
        self.scene.add(Primitive::Circle {
            cx: centre.0,
            cy: centre.1,
            r: radius,
            fill,
            fill_opacity: opacity,
            stroke,
            stroke_width,
        });
    }

    pub fn rect(&mut self, corner: At, size: At, colour: &str, opacity: f64) {
        self.scene.add(Primitive::Rect {
            x: corner.0,
            y: corner.1,
            width: size.0.max(0.0),
            height: size.1,
            fill: Color::from(colour),
            stroke: None,
            stroke_width: None,
            opacity: Some(opacity),
        });
    }

    pub fn text(&mut self, at: At, content: &str, size: u32, anchor: Anchor, colour: &str) {
        // A word about a place near an edge stays on the sheet.
        let half = width(content, size) / 2.0;
        let x = if anchor == Anchor::Middle && 2.0 * half < WIDTH {
            at.0.clamp(half, WIDTH - half)
        } else {
            at.0
        };
        self.words((x, at.1), content, size, anchor, colour, false);
    }

    pub fn bold(&mut self, at: At, content: &str, size: u32, colour: &str) {
        self.words(at, content, size, Anchor::Start, colour, true);
    }

    fn words(&mut self, at: At, content: &str, size: u32, anchor: Anchor, colour: &str, bold: bool) {
        self.scene.add(Primitive::Text {
            x: at.0,
            y: at.1,
            content: typeset(content, self.language),
            size,
            anchor: match anchor {
                Anchor::Start => TextAnchor::Start,
                Anchor::Middle => TextAnchor::Middle,
                Anchor::End => TextAnchor::End,
            },
            rotate: None,
            bold,
            color: Some(Color::from(colour)),
        });
    }

    /// The SVG: what `kuva` writes, with a head of ours.
    pub fn finish(self, words: &Words<'_>) -> String {
        let written = SvgBackend::new().render_scene(&self.scene);
        let body = written.split_once("-->").map_or("", |(_, body)| body);
        let body = body.trim_end().trim_end_matches("</svg>").replace(" />", "/>");
        let Words { id, title, description, language } = words;
        let [title, description] = [title, description].map(|text| escaped(&typeset(text, *language)));
        format!(
            "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{id}-title {id}-text\">\
             <title id=\"{id}-title\">{title}</title><desc id=\"{id}-text\">{description}</desc>{body}</svg>",
            self.scene.width, self.scene.height
        )
    }
}

fn pair((x, y): At) -> String {
    format!("{x:.1},{y:.1}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// About how wide a text is drawn, on the safe side.
pub(super) fn width(text: &str, size: u32) -> f64 {
    let of = |c: char| match c {
        'm' | 'w' | 'M' | 'W' | '€' | 'œ' | 'Œ' | '▲' | '▼' | '≈' => 1.0,
        c if "iljtfr.,:;'|! \u{202f}()".contains(c) => 0.42,
        c if c.is_uppercase() => 0.76,
        _ => 0.645,
    };
    let units: f64 = text.chars().map(of).sum();
    units * f64::from(size)
}

/// A text cut into lines that fit a width.
pub(super) fn lines(text: &str, size: u32, fits: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size) <= fits => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
